import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
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
