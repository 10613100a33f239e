import { Agent, request } from 'node:http';
import {
  DescribeTableCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import { refuseDroppedMembers } from '../../server/aws/exact-body';
import { fromSdk, toSdk } from '../../server/aws/plain';
import type { TableDescription } from '../../server/core/facts';
import { AwsFailure, type Account } from '../../server/run/ports';
import type { Sandbox } from '../../server/sandbox/sandbox';
import { servicesOf } from '../../server/sandbox/services/desk';
import { ApiError } from '../../server/sandbox/wire/error';
import { errorAnswer } from '../../server/sandbox/wire/http';
import { openThrottle } from '../../server/sandbox/wire/throttle';

export type RestoreCall = 'RestoreTableFromBackup' | 'RestoreTableToPointInTime';

/** What a spec sends, and where to. */
export interface Request {
  call: RestoreCall;
  region: string;
  input: Record<string, unknown>;
}

export interface Refusal {
  code: string;
  message: string;
}

/** A way for a request to reach the service. `not sent`: the client does not write such a request, or would write another. */
export interface Wire {
  send(asked: Request): Promise<'accepted' | 'not sent' | Refusal>;
  /** The members as they stand, whatever a client would make of them. */
  sendAsWritten(asked: Request): Promise<'accepted' | Refusal>;
  /** A table that is there. */
  describe(region: string, name: string): Promise<TableDescription>;
}

/** The product's own account port, over a socket. */
export function overSockets(sandbox: Sandbox, account: Account): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    async send({ call, region, input }) {
      try {
        await account.write(region, call, input);
        return 'accepted';
      } catch (error) {
        if (!(error instanceof AwsFailure)) throw error;
        const { code, message, httpStatus } = error.failure;
        return httpStatus === undefined ? 'not sent' : { code, message };
      }
    },
    sendAsWritten: (asked) =>
      new Promise((resolve, reject) => {
        const sent = request(
          sandbox.url,
          { method: 'POST', agent, headers: headersOf(asked) },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () =>
              resolve(answerIn(response.statusCode, Buffer.concat(chunks).toString())),
            );
          },
        );
        sent.on('error', reject);
        sent.end(JSON.stringify(wireInput(asked)));
      }),
    describe: async (region, TableName) => (await account.read(region, 'DescribeTable', { TableName })).Table,
  };
}

function headersOf({ call, region }: Request): Record<string, string> {
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${call}`,
    authorization: `AWS4-HMAC-SHA256 Credential=sandbox/20261120/${region}/dynamodb/aws4_request, Signature=none`,
  };
}

/** On the wire a moment is a number. */
function wireInput({ input }: Request): object {
  const { RestoreDateTime: moment } = input;
  const ms = typeof moment === 'string' ? Date.parse(moment) : Number.NaN;
  return Number.isNaN(ms) ? input : { ...input, RestoreDateTime: ms / 1000 };
}

function answerIn(status: number | undefined, body: string): 'accepted' | Refusal {
  if (status === 200) return 'accepted';
  const { __type: type = '', message = '' } = JSON.parse(body) as { __type?: string; message?: string };
  return { code: type.replace(/^.*#/, ''), message };
}

/** The SDK as the product uses it, handing what it would send straight to the service: many times as fast as a socket. */
export function withoutSockets(sandbox: Sandbox): Wire {
  const answer = answering(sandbox);
  const clients = new Map<string, DynamoDBClient>();
  const clientOf = (region: string): DynamoDBClient => {
    const client = clients.get(region) ?? clientFor(region, answer);
    clients.set(region, client);
    return client;
  };
  return {
    async send({ call, region, input }) {
      try {
        await sendBySdk(clientOf(region), call, toSdk(input));
        return 'accepted';
      } catch (error) {
        if (!(error instanceof DynamoDBServiceException)) return 'not sent';
        return { code: error.name, message: error.message };
      }
    },
    async sendAsWritten({ call, region, input }) {
      const { status, body } = await answer(call, region, JSON.stringify(wireInput({ call, region, input })));
      return answerIn(status, body);
    },
    async describe(region, TableName) {
      const { Table } = await clientOf(region).send(new DescribeTableCommand({ TableName }));
      return fromSdk(Table) as TableDescription;
    },
  };
}

async function sendBySdk(
  client: DynamoDBClient,
  call: RestoreCall,
  input: Record<string, unknown>,
): Promise<void> {
  // The product checks at run time what a type cannot: its input is whatever was written.
  if (call === 'RestoreTableFromBackup') await client.send(new RestoreTableFromBackupCommand(input as never));
  else await client.send(new RestoreTableToPointInTimeCommand(input as never));
}

type Answering = (
  operation: string,
  region: string,
  body: string,
) => Promise<{ status: number; body: string }>;

function answering({ world, clock }: Sandbox): Answering {
  const services = servicesOf(world, openThrottle(clock, false));
  const made = { service: 'dynamodb', accessKey: 'sandbox', connection: 0, requestId: 'none' };
  return async (operation, region, body) => {
    try {
      return await services({ ...made, operation, region, body: JSON.parse(body) as unknown });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return errorAnswer(error);
    }
  };
}

function clientFor(region: string, answer: Answering): DynamoDBClient {
  const client = new DynamoDBClient({
    region,
    endpoint: 'http://127.0.0.1',
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    maxAttempts: 1,
    // Nobody looks at a signature here, and making one is a third of the work.
    signer: { sign: async (request) => request },
    accountIdEndpointMode: 'disabled',
    requestHandler: {
      async handle({ headers, body: sent }: HttpRequest) {
        const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.');
        const { status, body } = await answer(operation, region, textOf(sent));
        return { response: new HttpResponse({ statusCode: status, headers: {}, body: Buffer.from(body) }) };
      },
    },
  });
  refuseDroppedMembers(client);
  return client;
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body as Uint8Array);
}
