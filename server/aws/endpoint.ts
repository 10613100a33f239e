import { isRegion, partitionOf } from './partition';

/** Where the requests for one Region go, and with whose signature. */
export type Route =
  /** AWS itself, found by the SDK; real credentials. */
  | { kind: 'aws' }
  /** A DynamoDB host of AWS under another name (VPC endpoint, FIPS, dual stack); real credentials. */
  | { kind: 'aws-host'; url: string }
  /** This machine: signed with made-up credentials, never with real ones. */
  | { kind: 'local'; url: string }
  /** `why` is a whole sentence. */
  | { kind: 'refused'; code: 'EndpointRefused' | 'OtherPartition'; why: string };

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * A signed request shows its reader the access key id and the session token, so an endpoint is an address of DynamoDB at AWS, or this machine.
 * The suffix alone does not make it AWS's: anyone can own a host below `s3.amazonaws.com` or `compute.amazonaws.com`.
 * @param endpoint the user's setting; empty = AWS itself
 * @param chosen the Regions that the user works in; none = some Region of the commercial partition
 */
export function routeTo(endpoint: string, region: string, chosen: readonly string[]): Route {
  if (!isRegion(region)) return refused(`"${region}" is not the name of an AWS Region`);
  if (endpoint === '') return strange(region, chosen) ?? { kind: 'aws' };
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !isPlain(url))
    return refused(`The endpoint "${shown(endpoint)}" is not a plain http(s) address`);
  if (LOOPBACK.test(url.hostname)) return { kind: 'local', url: url.origin };
  if (url.protocol !== 'https:')
    return refused(
      `The endpoint ${url.origin} is refused: without https only addresses of this machine are allowed`,
    );
  if (!isDynamoHost(url.hostname, region))
    return refused(
      `The endpoint ${url.origin} is refused: it is neither this machine nor an address of DynamoDB at AWS in ${region}, and signed requests go nowhere else`,
    );
  return strange(region, chosen) ?? { kind: 'aws-host', url: url.origin };
}

/**
 * Partitions have operators and accounts of their own, so credentials of one are worth nothing in another, and are not to be shown there:
 * the Region in an ARN may have been written by a stranger.
 */
function strange(region: string, chosen: readonly string[]): Route | undefined {
  const { name } = partitionOf(region);
  const own = new Set((chosen.length === 0 ? ['us-east-1'] : chosen).map((one) => partitionOf(one).name));
  if (own.has(name)) return undefined;
  const why = `${region} is in the partition ${name}, the Region in use in ${[...own].join(', ')}`;
  return { kind: 'refused', code: 'OtherPartition', why: `${why}.` };
}

function refused(why: string): Route {
  return { kind: 'refused', code: 'EndpointRefused', why: `${why}.` };
}

function isPlain(url: URL): boolean {
  const scheme = url.protocol === 'https:' || url.protocol === 'http:';
  return (
    scheme &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search + url.hash === ''
  );
}

/** Without what a URL may carry in the way of passwords. */
function shown(endpoint: string): string {
  return endpoint.replace(/\/\/[^/]*@/, '//…@').slice(0, 200);
}

/** Host names of the "DynamoDB endpoints" and "AWS PrivateLink for DynamoDB" pages of the Developer Guide. */
function isDynamoHost(host: string, region: string): boolean {
  const service = /^(?:dynamodb|dynamodb-fips|\d{12}\.ddb|vpce-[a-z0-9-]+\.dynamodb)$/;
  return partitionOf(region).suffixes.some((suffix) =>
    [`.${region}.${suffix}`, `.${region}.vpce.${suffix}`].some(
      (tail) => host.endsWith(tail) && service.test(host.slice(0, -tail.length)),
    ),
  );
}
