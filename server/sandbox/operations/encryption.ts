/**
 * Which key an `SSESpecification` means, and what becomes of one that cannot be used. The key is looked at before anything starts.
 * Texts: aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-273, -442 and -461.
 */
import { parseArn } from '../state/arn';
import { findKey, managedKey, type Key } from '../state/keys';
import { ApiError, invalid, invalidParameters } from '../wire/error';
import type { Infer } from '../wire/shape';
import type { Call } from './operation';
import type { encryption } from './shapes';

type Specification = Infer<typeof encryption>;

/** The ARN of the key that a specification asks for; undefined is the AWS owned key, which `{}` means as well. */
export function keyArnFor(call: Call, specification: Specification): string | undefined {
  checkFields(specification);
  const enabled = specification.Enabled ?? specification.SSEType !== undefined;
  if (!enabled) return undefined;
  const { KMSMasterKeyId: given } = specification;
  return given === undefined ? managedKey(call.region.keys).arn : usableKey(call, given).arn;
}

function checkFields({ Enabled, SSEType, KMSMasterKeyId }: Specification): void {
  if (Enabled === false && SSEType !== undefined) {
    throw invalidParameters('SSEType can not be specified if Enabled is false');
  }
  if (Enabled === false && KMSMasterKeyId !== undefined) {
    throw invalidParameters('KMSMasterKeyId can not be specified if Enabled is false');
  }
  if (SSEType === 'AES256') throw invalidParameters('SSEType AES256 is not supported');
  if (KMSMasterKeyId !== undefined && SSEType === undefined) {
    throw invalidParameters('SSEType KMS is required if KMSMasterKeyId is specified');
  }
}

/** @throws ApiError in the words of KMS, as DynamoDB passes them on */
function usableKey(call: Call, given: string): Key {
  const { keys, name: region } = call.region;
  const arn = parseArn(given);
  if (arn !== undefined && arn.region !== region)
    throw kmsInvalid('NotFoundException', `Invalid arn ${arn.region}`);
  const key = findKey(keys, given);
  if (key === undefined) {
    const isAlias = given.includes('alias/');
    const prefix = `arn:aws:kms:${region}:${call.world.account}:`;
    const shown = arn === undefined ? prefix + (isAlias ? given : `key/${given}`) : given;
    throw kmsInvalid(
      'NotFoundException',
      isAlias ? `Alias ${shown} is not found.` : `Key '${shown}' does not exist`,
    );
  }
  if (key.denied !== undefined) throw kmsDenied(call, key);
  if (key.spec !== 'SYMMETRIC_DEFAULT') {
    throw new ApiError(
      'InternalServerError',
      'KMS internal error: com.amazonaws.services.kms.model.ValidationException: EncryptionContext is supported only when ' +
        'creating a grant for a symmetric encryption KMS key.',
      500,
    );
  }
  if (key.state === 'Disabled') throw keyDisabled(key);
  if (key.state === 'PendingDeletion') {
    throw kmsInvalid('KMSInvalidStateException', `${key.arn} is pending deletion.`);
  }
  return key;
}

export function keyDisabled(key: Pick<Key, 'arn'>): ApiError {
  return invalid(
    `KMS key disabled error: com.amazonaws.services.kms.model.DisabledException: ${key.arn} is disabled.`,
  );
}

function kmsInvalid(kmsCode: string, message: string): ApiError {
  return invalid(`KMS validation error: com.amazonaws.services.kms.model.${kmsCode}: ${message}`);
}

function kmsDenied(call: Call, key: Key): ApiError {
  const caller = `arn:aws:sts::${call.world.account}:assumed-role/sandbox/session`;
  return new ApiError(
    'AccessDeniedException',
    `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: User: ${caller} is not authorized to ` +
      `perform: ${key.denied} on resource: ${key.arn}`,
  );
}
