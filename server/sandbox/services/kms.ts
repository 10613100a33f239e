/** KMS DescribeKey and ListAliases (AWS KMS API Reference). */
import { parseArn, regionsBeside } from '../state/arn';
import { findKey, type Key } from '../state/keys';
import { operation, type Call, type Operation } from '../operations/operation';
import { ApiError } from '../wire/error';
import { may, must, record, text, whole } from '../wire/shape';

const dayMs = 86_400_000;

function describeKey(input: { KeyId: string }, call: Call): object {
  const { keys, name: region } = call.region;
  const arn = parseArn(input.KeyId);
  if (arn !== undefined && arn.region !== region) throw notFound(`Invalid arn ${arn.region}`);
  const key = findKey(keys, input.KeyId);
  if (key === undefined) {
    throw notFound(
      input.KeyId.includes('alias/')
        ? `Alias ${input.KeyId} is not found.`
        : `Key '${input.KeyId}' does not exist`,
    );
  }
  if (key.denied === 'kms:DescribeKey') {
    throw new ApiError(
      'AccessDeniedException',
      `User is not authorized to perform: kms:DescribeKey on resource: ${key.arn}`,
    );
  }
  return { KeyMetadata: metadata(key, region, call.now) };
}

function notFound(message: string): ApiError {
  return new ApiError('NotFoundException', message);
}

function metadata(key: Key, region: string, now: number): object {
  const usage = {
    SYMMETRIC_DEFAULT: 'ENCRYPT_DECRYPT',
    HMAC_256: 'GENERATE_VERIFY_MAC',
    RSA_2048: 'ENCRYPT_DECRYPT',
  };
  return {
    AWSAccountId: key.account,
    Arn: key.arn,
    KeyId: key.id,
    Enabled: key.state === 'Enabled',
    KeyState: key.state,
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: usage[key.spec],
    KeyManager: key.manager,
    MultiRegion: key.id.startsWith('mrk-'),
    ...(key.id.startsWith('mrk-') && { MultiRegionConfiguration: appearances(key, region) }),
    Origin: 'AWS_KMS',
    Description: '',
    CreationDate: (now - 400 * dayMs) / 1000,
    ...(key.state === 'PendingDeletion' && { DeletionDate: (now + 7 * dayMs) / 1000 }),
  };
}

/** A multi-Region key of the sandbox has a replica in every Region of its partition. */
function appearances({ arn }: Key, region: string): object {
  const [primary, ...replicas] = regionsBeside(region).map((Region) => ({
    Arn: arn.replace(`:${region}:`, `:${Region}:`),
    Region,
  }));
  const MultiRegionKeyType = primary?.Region === region ? 'PRIMARY' : 'REPLICA';
  return { MultiRegionKeyType, PrimaryKey: primary, ReplicaKeys: replicas };
}

/** All aliases of the account in one page. */
function listAliases(_input: object, call: Call): object {
  const own = call.region.keys.filter((key) => key.account === call.world.account);
  return {
    Aliases: own.flatMap((key) =>
      key.aliases.map((alias) => ({
        AliasName: alias,
        AliasArn: key.arn.replace(/key\/[^/]+$/, alias),
        TargetKeyId: key.id,
      })),
    ),
    Truncated: false,
  };
}

export const keyOperations: Record<string, Operation> = {
  DescribeKey: operation(record({ KeyId: must(text({ min: 1, max: 2048 })) }), describeKey),
  ListAliases: operation(
    record({ Limit: may(whole({ min: 1, max: 1000 })), Marker: may(text()) }),
    listAliases,
  ),
};
