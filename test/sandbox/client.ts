import { DynamoDBClient, type ServiceInputTypes, type ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import type { DeserializeMiddleware } from '@smithy/types';
import { answerFaults } from './answer-shape';
import type { Sandbox } from '../../server/sandbox/sandbox';

/** The real SDK, pointed at a sandbox; it does not retry, so that a test sees every answer. */
export function clientFor(sandbox: Pick<Sandbox, 'url'>, region = 'eu-west-1'): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: sandbox.url,
    region,
    credentials: { accessKeyId: 'AKIASANDBOX', secretAccessKey: 'any' },
    maxAttempts: 1,
  });
}

export function signature(region: string, service = 'dynamodb'): string {
  const scope = `AKIASANDBOX/20261120/${region}/${service}/aws4_request`;
  return `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=00`;
}

/** The same, and every answer is held against the API model before the SDK reads it. */
export function checkedClientFor(sandbox: Pick<Sandbox, 'url'>, region: string): DynamoDBClient {
  const client = clientFor(sandbox, region);
  const check: DeserializeMiddleware<ServiceInputTypes, ServiceOutputTypes> =
    (next, { commandName = '' }) =>
    async (args) => {
      const result = await next(args);
      const response = result.response as HttpResponse;
      const text = Buffer.from(await collectBytes(response.body)).toString('utf8');
      checkAnswer(commandName.replace(/Command$/, ''), response.statusCode, text);
      return { ...result, response: { ...response, body: Buffer.from(text) } };
    };
  const place = { name: 'checkAnswer', relation: 'after', toMiddleware: 'deserializerMiddleware' } as const;
  client.middlewareStack.addRelativeTo(check, { ...place, override: true });
  return client;
}

interface HttpResponse {
  readonly statusCode: number;
  body: AsyncIterable<Uint8Array>;
}

async function collectBytes(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

let checked = 0;

/** How many answers were held against the model in this process. */
export function checkedAnswers(): number {
  return checked;
}

/** @throws Error when an answer is none that the model allows */
export function checkAnswer(operation: string, status: number, text: string): void {
  const faults = answerFaults(operation, status, text);
  checked += 1;
  if (faults.length > 0) throw new Error(`The answer is not as the API model says: ${faults.join('; ')}`);
}

interface Raw {
  readonly region?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** A request without an SDK. @param target `DynamoDB_20120810.ListTables`, or the operation alone */
export function post(url: string, target: string, body: unknown, raw: Raw = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    ...(raw.signal !== undefined && { signal: raw.signal }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target.includes('.') ? target : `DynamoDB_20120810.${target}`,
      authorization: signature(raw.region ?? 'eu-west-1'),
      ...raw.headers,
    },
  });
}

export interface ErrorBody {
  readonly __type: string;
  readonly message: string;
}

export async function errorIn(response: Response): Promise<ErrorBody> {
  return (await response.json()) as ErrorBody;
}
