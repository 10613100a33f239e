import { RestoreTableFromBackupCommand, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { newClient } from '../../server/aws/clients';
import { toSdk } from '../../server/aws/plain';

const commands = {
  RestoreTableFromBackup: (input: object) => new RestoreTableFromBackupCommand(input as never),
  RestoreTableToPointInTime: (input: object) => new RestoreTableToPointInTimeCommand(input as never),
};

class Captured extends Error {
  constructor(readonly body: unknown) {
    super('captured');
  }
}

/** Takes the request where it would go to the socket. */
const captureBody = {
  handle({ body }: { body: Uint8Array }) {
    return Promise.reject(new Captured(JSON.parse(new TextDecoder().decode(body))));
  },
} as unknown as NodeHttpHandler;

const client = newClient({
  kind: 'write',
  service: 'dynamodb',
  region: 'eu-west-1',
  route: { kind: 'aws' },
  profile: undefined,
  credentials: () => Promise.resolve({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'none' }),
  handler: captureBody,
  onClock: () => undefined,
});

export type Sent = { body: unknown } | { refused: string };

/** What the product's client puts on the wire for a restore, or the name of the error with which it refuses to. */
export async function sendOnWire(
  operation: keyof typeof commands,
  input: Record<string, unknown>,
): Promise<Sent> {
  try {
    await client.send(commands[operation](toSdk(input)), { abortSignal: new AbortController().signal });
    return { refused: 'nothing was sent' };
  } catch (error) {
    if (error instanceof Captured) return { body: error.body };
    return { refused: error instanceof Error ? error.name : String(error) };
  }
}
