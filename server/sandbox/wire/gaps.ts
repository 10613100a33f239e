/**
 * All that the sandbox will not answer, in one place. `docs/sandbox.md` has the same two lists.
 */
import { ApiError } from './error';

/**
 * What neither the service's documentation nor anybody's measurement says (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, which marks it
 * as not probed). Each ends the sentence "It is not known ...".
 */
export const unknowns = {
  'customer-key-kept':
    'whether a restore without SSESpecificationOverride keeps a customer managed key; name the key',
  'system-backup-indexes':
    'whether a SYSTEM backup brings back the indexes of its table; restore it with empty index overrides',
  'unlisted-index-units':
    'which throughput indexes get that are not listed when an on-demand table is restored as provisioned',
  'index-matched-twice':
    'what a restore answers when two entries have one name or match one index of the source',
  'index-units-on-demand':
    'what a restore of an on-demand backup answers to ProvisionedThroughput in an index',
  'index-warm-throughput': 'how a restore words its refusal of WarmThroughput in an index',
  'index-maxima': 'what OnDemandThroughput in an index does in a restore',
  'vector-index-not-in-source': 'how a restore words its refusal of a vector index that the source has not',
  'vector-index-provisioned': 'how a restore refuses vector indexes on a provisioned table',
  'maximum-minus-one': 'whether -1 clears an on-demand maximum in a restore',
  'empty-maxima-provisioned': 'what an empty OnDemandThroughputOverride does to a provisioned table',
  'empty-maxima-point-in-time': 'what an empty OnDemandThroughputOverride does in RestoreTableToPointInTime',
  'encryption-off-across-regions':
    'whether an SSESpecificationOverride that is empty or says Enabled false will do for a cross-Region restore',
  'regions-not-crossed':
    'how the service refuses cross-Region restores with Hong Kong (ap-east-1) and Bahrain (me-south-1)',
  'partitions-crossed': 'how the service refuses a restore between partitions',
  'table-arn-partition': 'how a restore refuses a table ARN whose partition is not that of its Region',
  'whole-number-cut': 'what becomes of a fraction where the API has a whole number',
  'aws-backup-deleted':
    'how DynamoDB words its refusal to delete a backup of AWS Backup, which only AWS Backup may delete',
  'recovery-point-arn':
    'what DynamoDB answers to the ARN of a recovery point of AWS Backup; use AWS Backup for it',
  'backup-while-archived': 'what CreateBackup answers about a table in ARCHIVING or ARCHIVED',
  'table-deleted-while-backed-up': 'what DeleteTable answers while a backup of the table is still CREATING',
  'recovery-off-while-backed-up':
    'what switching point-in-time recovery off does while a backup of the table is still CREATING',
  'policy-while-creating': 'how a policy is refused on a table in CREATING',
  'policy-not-an-object': 'how the service words its refusal of a policy that is no JSON object',
} as const;

/** What the service can do and the sandbox does not. Each ends the sentence "The sandbox does not imitate ...". */
export const notImitatedThings = {
  'hard-index-reads': 'reads of an index that has a vector or a key of several attributes',
  'vector-index-updates': 'changes of vector indexes',
  'replica-updates': 'changes of a replica that exists',
  'replicas-elsewhere': 'replicas in other accounts',
  'unlisted-region': 'a Region that it has never heard of',
} as const;

/** The honest answer where it is not known what the service would say: no test of the product may lean on a guess. */
export function notKnown(gap: keyof typeof unknowns): ApiError {
  return new ApiError(
    'SandboxNotKnownException',
    `The sandbox refuses to guess. It is not known ${unknowns[gap]}.`,
  );
}

/** The answer for what the service can do and the sandbox does not do. */
export function notImitated(gap: keyof typeof notImitatedThings): ApiError {
  return new ApiError(
    'SandboxNotImitatedException',
    `The sandbox does not imitate ${notImitatedThings[gap]}.`,
  );
}
