import http from 'node:http';
import type { Server, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { openAccount, type AccountOptions, type OpenAccount } from '../../server/aws';
import type { Failure } from '../../server/core/answer';
import { AwsFailure } from '../../server/run/ports';

export const REGION = 'eu-west-1';
export const ACCOUNT = '123456789012';
export const TABLE_ARN = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/Orders`;
export const BACKUP_ARN = `${TABLE_ARN}/backup/01791504762511-2779fadd`;

export interface Seen {
  operation: string;
  body: string;
  headers: http.IncomingHttpHeaders;
}

/** Answers one request. Doing nothing leaves the caller waiting. */
export type Reply = (response: http.ServerResponse, seen: Seen, socket: Socket) => void;

export interface FakeService {
  url: string;
  seen: Seen[];
  account(options?: AccountOptions): OpenAccount;
}

/** A service on a real socket of this machine, gone with the test. */
export async function fakeService(reply: Reply): Promise<FakeService> {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
      const one = {
        operation: target ?? /Action=(\w+)/.exec(body)?.[1] ?? '?',
        body,
        headers: request.headers,
      };
      seen.push(one);
      reply(response, one, request.socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const opened: OpenAccount[] = [];
  onTestFinished(async () => {
    for (const account of opened) account.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url,
    seen,
    account: (options = {}) => {
      const account = openAccount({ endpoint: url, ...options });
      opened.push(account);
      return account;
    },
  };
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}

/** A plain answer of the service. */
export function answer(body: object, status = 200): Reply {
  return raw(JSON.stringify(body), status);
}

/** An error of the service, in its own form. */
export function refusal(code: string, message: string, status = 400): Reply {
  return answer({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message }, status);
}

export function raw(body: string, status = 200, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'x-amzn-requestid': 'REQUEST1', ...headers });
    response.end(body);
  };
}

/** The failure a call ends with; the test fails when it does not. */
export async function failureOfCall(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof AwsFailure) return error.failure;
    throw error;
  }
  throw new Error('the call succeeded');
}

export const BACKUP_DETAILS = {
  BackupArn: BACKUP_ARN,
  BackupName: 'nightly',
  BackupStatus: 'AVAILABLE',
  BackupType: 'USER',
  BackupCreationDateTime: 1_791_504_762.511,
};

export const TABLE = {
  TableName: 'Orders',
  TableArn: TABLE_ARN,
  TableId: '6a5c5d4e-0000-4000-8000-000000000001',
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
};
