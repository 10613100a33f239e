import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { isRecord } from './plain';

/** Report the difference between the `Date` of every answer and our own clock; the header has whole seconds. */
export function learnClock(client: DynamoDBClient, onClock: (offsetMs: number) => void): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const serviceMs = Date.parse(dateHeader(result.response));
      if (!Number.isNaN(serviceMs)) onClock(serviceMs - Date.now());
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'learnClock' },
  );
}

function dateHeader(response: unknown): string {
  const headers = isRecord(response) && isRecord(response['headers']) ? response['headers'] : {};
  return typeof headers['date'] === 'string' ? headers['date'] : '';
}
