import { once } from 'node:events';
import http from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { openAccount } from '../../server/aws';
import { portOf } from './fake-service';

afterEach(() => void vi.unstubAllEnvs());

const REGION = 'eu-west-1';

/** A proxy that writes down what it is asked to connect to, and lets nobody through. */
async function proxy(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end();
  });
  server.on('connect', ({ url, headers }, socket: Duplex) => {
    asked.push(`CONNECT ${url} ${headers['proxy-authorization'] ?? ''}`.trim());
    socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `127.0.0.1:${portOf(server)}`, asked };
}

/** Asks who is signed in, as far as that gets. */
async function ask(endpoint = ''): Promise<string> {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const deadlines = { connectMs: 300, socketMs: 300, requestMs: 400, readMs: 2_000 };
  const account = openAccount({ endpoint, deadlines });
  onTestFinished(() => account.close());
  const answer = await account.read(REGION, 'GetCallerIdentity', {}).catch((error: unknown) => error);
  return answer instanceof Error ? answer.message : 'an answer';
}

test.each([
  ['HTTPS_PROXY', (at: string) => `http://${at}`, 'CONNECT sts.eu-west-1.amazonaws.com:443'],
  ['https_proxy', (at: string) => `http://${at}`, 'CONNECT sts.eu-west-1.amazonaws.com:443'],
  [
    'HTTPS_PROXY',
    (at: string) => `http://ann:pass@${at}`,
    `CONNECT sts.eu-west-1.amazonaws.com:443 Basic ${btoa('ann:pass')}`,
  ],
])('requests to AWS go through the tunnel that %s names', async (name, url, expected) => {
  const { url: at, asked } = await proxy();
  vi.stubEnv(name, url(at));
  const said = await ask();
  expect(new Set(asked)).toEqual(new Set([expected]));
  expect(said).not.toContain('pass');
});

test.each([
  ['a host that NO_PROXY names', '', { NO_PROXY: '.amazonaws.com' }],
  ['this machine', 'http://127.0.0.1:1', { HTTP_PROXY: 'set below' }],
])('%s is asked straight', async (_, endpoint, env) => {
  const { url, asked } = await proxy();
  vi.stubEnv('HTTPS_PROXY', `http://${url}`);
  for (const [name, value] of Object.entries(env))
    vi.stubEnv(name, name === 'HTTP_PROXY' ? `http://${url}` : value);
  await ask(endpoint);
  expect(asked).toEqual([]);
});

test('a proxy that nobody answers at is told as no connection: nothing was sent', async () => {
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1');
  expect(await ask()).toContain('ConnectionError: no connection (ECONNREFUSED)');
});
