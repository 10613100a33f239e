import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isRecord } from './plain';

/** A request would not have said what the plan says. Nothing was sent. */
export class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten';
}

/**
 * The SDK leaves out members it does not know without a word: a misspelt override would restore the whole table. So what is about to be sent
 * is compared with what was asked for.
 */
export function refuseDroppedMembers(client: DynamoDBClient): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { request } = args;
      const body = isRecord(request) ? request['body'] : undefined;
      if (!isDeepStrictEqual(parsed(body), asJson(args.input)))
        throw new NotAsWritten('the AWS SDK would have changed the request');
      return next(args);
    },
    { step: 'build', name: 'refuseDroppedMembers' },
  );
}

function parsed(body: unknown): unknown {
  if (typeof body === 'string') return JSON.parse(body);
  return body instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(body)) : undefined;
}

/** As the JSON 1.0 protocol writes it: times are seconds since 1970. */
function asJson(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, asJson(member)]),
  );
}
