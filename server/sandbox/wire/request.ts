/** Reading a request: who signed it for which Region, and what it asks of which service. */
import type { IncomingMessage } from 'node:http';
import { ApiError } from './error';

export interface ApiRequest {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly accessKey: string;
  readonly body: unknown;
}

const maxBytes = 16 * 1024 * 1024;

/** The body of a request. @throws ApiError when it is larger than the service takes */
export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  if (bytes > maxBytes) throw new ApiError('RequestEntityTooLarge', 'The request is larger than 16 MiB.');
  return Buffer.concat(chunks).toString('utf8');
}

const services: ReadonlyMap<string, string> = new Map([
  ['DynamoDB_20120810', 'dynamodb'],
  ['TrentService', 'kms'],
  ['AnyScaleFrontendService', 'application-autoscaling'],
  ['GraniteServiceVersion20100801', 'monitoring'],
]);

/** What is asked, without a look at who asks: JSON requests name it in a header, query requests in their body. */
export function target(message: IncomingMessage, body: string): { service: string; operation: string } {
  const header = message.headers['x-amz-target'];
  if (header === undefined) {
    const action = new URLSearchParams(body).get('Action');
    return { service: 'sts', operation: action ?? '' };
  }
  const [prefix = '', operation = ''] = String(header).split('.');
  return { service: services.get(prefix) ?? '', operation };
}

/** @throws ApiError when the request is not signed, or its signature has no credential scope */
export function signer(message: IncomingMessage): { accessKey: string; region: string } {
  const header = message.headers.authorization;
  if (header === undefined || !header.startsWith('AWS4-')) {
    throw new ApiError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const scope = /Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/.exec(header);
  const [, accessKey, , region] = scope ?? [];
  if (accessKey === undefined || region === undefined) {
    throw new ApiError(
      'IncompleteSignatureException',
      'Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term',
    );
  }
  return { accessKey, region };
}

/** @throws ApiError `SerializationException` for a body that is no JSON object, or one so deep that nothing could walk through it */
export function jsonIn(body: string): unknown {
  const value = parsed(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError('SerializationException', 'Start of structure or map expected');
  }
  if (isDeeperThan(deepest, value)) {
    throw new ApiError('SerializationException', 'The request is nested too deeply');
  }
  return value;
}

/** Items may be 32 levels deep, each of two braces; the rest of a request is far flatter. */
const deepest = 200;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
