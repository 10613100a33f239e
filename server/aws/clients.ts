import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { STSClient } from '@aws-sdk/client-sts';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentityProvider } from '@smithy/types';
import type { Route } from './endpoint';
import { SILENT } from './credentials';
import { refuseDroppedMembers } from './exact-body';
import { ProxiedHandler } from './proxied';
import { learnClock } from './service-clock';
import type { Operation } from './operations';

/** A client of the SDK as we use it: its own types name one overload for each command. */
export interface Sender {
  send(command: object, options: { abortSignal: AbortSignal }): Promise<object>;
}

export interface Timeouts {
  connectMs: number;
  /** Silence on an open socket. */
  socketMs: number;
  requestMs: number;
}

/** Without these nothing in the SDK ever times out; a body that stalls is only noticed by the socket's. */
export const TIMEOUTS: Timeouts = { connectMs: 3100, socketMs: 10_000, requestMs: 15_000 };

// The warning about old versions of Node is meant for the maker of a program, not for whoever runs it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

export function httpHandler({ connectMs, socketMs, requestMs }: Timeouts): NodeHttpHandler {
  return new ProxiedHandler({
    connectionTimeout: connectMs,
    socketTimeout: socketMs,
    requestTimeout: requestMs,
    throwOnRequestTimeout: true,
    logger: SILENT,
  });
}

interface Wanted {
  /** `write` never sends a request twice: a repeated CreateBackup is a second backup, a repeated restore answers "already exists". */
  kind: 'read' | 'write';
  service: Operation['service'];
  region: string;
  route: Exclude<Route, { kind: 'refused' }>;
  profile: string | undefined;
  credentials: AwsCredentialIdentityProvider;
  handler: NodeHttpHandler;
  /** Told the service's clock minus ours, in milliseconds, with every answer. */
  onClock: (offsetMs: number) => void;
}

export function newClient(wanted: Wanted): Sender {
  const { kind, service, region, route, profile, credentials, handler } = wanted;
  const config = {
    region,
    credentials,
    requestHandler: handler,
    logger: SILENT,
    maxAttempts: kind === 'write' ? 1 : 4,
    retryMode: 'standard',
    ...(profile ? { profile } : {}),
    // Where requests go was decided by `routeTo`; the SDK would still take an endpoint from the environment or the profile.
    ignoreConfiguredEndpointUrls: true,
  };
  if (service !== 'dynamodb') {
    // An endpoint that the user chose at AWS is one of DynamoDB: the neighbours are asked where the SDK finds them, in the same Region.
    const neighbour = route.kind === 'local' ? { ...config, endpoint: route.url } : config;
    return service === 'sts' ? new STSClient(neighbour) : new KMSClient(neighbour);
  }
  const client = new DynamoDBClient({
    ...config,
    ...(route.kind === 'aws' ? {} : { endpoint: route.url }),
    // One host per Region. With account endpoints the host would change with the credentials, and from call to call with the ARNs in a
    // request: the checks could pass through a proxy's allow-list and the restore itself not.
    accountIdEndpointMode: 'disabled',
  });
  if (kind === 'write') refuseDroppedMembers(client);
  learnClock(client, wanted.onClock);
  return client;
}
