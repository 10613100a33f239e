/** Specs that the checker and the service once disagreed on, and how the facts settled it. They are asked about for ever. */
export interface Found {
  name: string;
  spec: object;
  /** What must come of it now. */
  kind: 'accepted' | 'refused' | 'not said' | 'not to be seen';
  /** The rule that says so, where one does. */
  by?: string;
}

const ofTable = 'arn:aws:dynamodb:eu-west-1:123456789012:table';
const latest = { UseLatestRestorableTime: true, TargetTableName: 'restored' };
const ofBackup = { TargetTableName: 'restored' };

/** `NIGHTLY` stands for the backup of Plain. */
export const found: readonly Found[] = [
  {
    // DescribeContinuousBackups and the restore answer TableNotFoundException while a table is CREATING (DDB-TABLE-217).
    name: 'a source that is itself being restored',
    spec: { SourceTableArn: `${ofTable}/Arriving`, ...latest },
    kind: 'refused',
    by: 'point-in-time-off',
  },
  {
    name: 'a source that is being created',
    spec: { SourceTableName: 'Making', ...latest },
    kind: 'refused',
    by: 'point-in-time-off',
  },
  {
    // The service compares whole seconds ("granularity of one second"); the checker did so at one end of the window only.
    name: 'the last restorable second, and a fraction',
    spec: {
      SourceTableName: 'Orders',
      TargetTableName: 'restored',
      RestoreDateTime: '2026-11-20T09:55:00.499Z',
    },
    kind: 'accepted',
  },
  {
    name: 'the first second of 35 days, and a fraction',
    spec: {
      SourceTableName: 'Events',
      TargetTableName: 'restored',
      RestoreDateTime: '2026-10-16T10:00:00.399Z',
    },
    kind: 'accepted',
  },
  {
    // RestoreTableFromBackup has no such member: what its value is, nobody reads.
    name: 'a time of another type, where the call takes none',
    spec: { BackupArn: 'NIGHTLY', ...ofBackup, UseLatestRestorableTime: 'true' },
    kind: 'accepted',
    by: 'time-with-backup',
  },
  {
    // "BackupArn is not valid" (DDB-BACKUP-012); AWS adds Regions, so the checker warns and stops nothing.
    name: 'an ARN of a Region that is not known',
    spec: {
      BackupArn: 'arn:aws:dynamodb:eu-west-9:123456789012:table/Plain/backup/01795082400403-42801564',
      ...ofBackup,
      Region: 'eu-west-1',
      SSESpecificationOverride: { Enabled: true },
    },
    kind: 'not to be seen',
  },
  {
    // Of backup ARNs the answer was measured, of table ARNs it was not: the sandbox does not guess any more.
    name: 'a table ARN of another partition than its Region is in',
    spec: { SourceTableArn: 'arn:aws-cn:dynamodb:eu-west-1:123456789012:table/Orders', ...latest },
    kind: 'not said',
  },
  {
    // The sandbox used to cut it off, on nobody's word.
    name: 'a fraction of a capacity unit',
    spec: {
      SourceTableName: 'Events',
      ...latest,
      ProvisionedThroughputOverride: { ReadCapacityUnits: 1.5, WriteCapacityUnits: 5 },
    },
    kind: 'not said',
  },
  {
    // An index under the name of one of another kind that is restored unlisted: the sandbox used to make both.
    name: 'two indexes of one name, of which one is not listed',
    spec: {
      SourceTableName: 'Events',
      ...latest,
      GlobalSecondaryIndexOverride: [
        {
          IndexName: 'byKind',
          KeySchema: [
            { AttributeName: 'kind', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
          ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
        },
      ],
    },
    kind: 'not said',
  },
  {
    // Refused with "Access is denied" (DDB-TABLE-273); `account-mismatch` says it of AccountId, which is never sent.
    name: 'an ARN of another account, and the right AccountId',
    spec: {
      AccountId: '123456789012',
      BackupArn: 'arn:aws:dynamodb:eu-west-1:999988887777:table/Orders/backup/01790848800400-d9d3e6b2',
      ...ofBackup,
    },
    kind: 'refused',
    by: 'account-mismatch',
  },
  {
    // The API sets no pattern for a key, so its form is only warned of; KMS knows none of that name.
    name: 'a text of no known form as key',
    spec: {
      SourceTableName: 'Orders',
      ...latest,
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: 'good' },
    },
    kind: 'not to be seen',
  },
  {
    // An AccountId is never sent: what is wrong with it says nothing of the key.
    name: 'an AccountId that is none, and a key of the right account',
    spec: {
      AccountId: 'restored-too',
      BackupArn: 'NIGHTLY',
      ...ofBackup,
      SSESpecificationOverride: {
        Enabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: 'arn:aws:kms:eu-west-1:123456789012:alias/good',
      },
    },
    kind: 'accepted',
  },
];
