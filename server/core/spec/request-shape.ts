import type { Member, ObjectShape, Shape, StringShape } from './kind';

const api = (page: string): string =>
  `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${page}.html`;

/** Names of tables and indexes, from the service's own model. */
export const nameShape: StringShape = {
  kind: 'string',
  minLength: 3,
  maxLength: 255,
  pattern: { regex: /^[a-zA-Z0-9_.-]+$/, words: 'letters, digits, "_", "-" and "."' },
};

const attributeName: StringShape = { kind: 'string', minLength: 1, maxLength: 255 };

/** A whole number that JavaScript and the wire carry exactly. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Shape {
  return { kind: 'number', integer: true, min, max };
}

const keySchema: Member = {
  required: true,
  shape: {
    kind: 'list',
    minItems: 1,
    of: {
      kind: 'object',
      members: {
        AttributeName: {
          required: true,
          shape: attributeName,
          doc: 'Name of the key attribute.',
          link: api('KeySchemaElement'),
        },
        KeyType: {
          required: true,
          shape: { kind: 'string', values: ['HASH', 'RANGE'] },
          doc: 'HASH: partition key. RANGE: sort key.',
          link: api('KeySchemaElement'),
        },
      },
    },
  },
  doc: 'The key attributes of the index, HASH before RANGE.\nMust be the same as in the source.',
  link: api('KeySchemaElement'),
};

const projection: Member = {
  required: true,
  shape: {
    kind: 'object',
    members: {
      ProjectionType: {
        required: true,
        shape: { kind: 'string', values: ['ALL', 'KEYS_ONLY', 'INCLUDE'] },
        doc: 'Which attributes the index holds. There is no default.',
        link: api('Projection'),
      },
      NonKeyAttributes: {
        shape: { kind: 'list', minItems: 1, maxItems: 20, of: attributeName },
        doc: 'The attributes held besides the keys: only with INCLUDE, 1 to 20.',
        link: api('Projection'),
      },
    },
  },
  doc: 'The attributes copied into the index. Must be the same as in the source.',
  link: api('Projection'),
};

const indexName: Member = {
  required: true,
  shape: nameShape,
  doc: 'Name of the index in the new table.',
  link: api('GlobalSecondaryIndex'),
};

const provisionedThroughput: ObjectShape = {
  kind: 'object',
  members: {
    ReadCapacityUnits: {
      required: true,
      shape: wholeNumber(1),
      doc: 'Read capacity units per second, at least 1.',
      link: api('ProvisionedThroughput'),
    },
    WriteCapacityUnits: {
      required: true,
      shape: wholeNumber(1),
      doc: 'Write capacity units per second, at least 1.',
      link: api('ProvisionedThroughput'),
    },
  },
};

/** -1 removes a limit in UpdateTable; in a restore nobody knows (`on-demand-limits-cleared`). */
const onDemandLimit: Shape = {
  kind: 'number',
  integer: true,
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
  besides: [-1],
};

const onDemandThroughput: ObjectShape = {
  kind: 'object',
  members: {
    MaxReadRequestUnits: {
      shape: onDemandLimit,
      doc: 'Most read request units per second.',
      link: api('OnDemandThroughput'),
    },
    MaxWriteRequestUnits: {
      shape: onDemandLimit,
      doc: 'Most write request units per second.',
      link: api('OnDemandThroughput'),
    },
  },
};

/** Throughput a table or index is ready for at once. */
export const warmThroughput: ObjectShape = {
  kind: 'object',
  members: {
    ReadUnitsPerSecond: {
      shape: wholeNumber(1),
      doc: 'Reads per second that must be possible at once.',
      link: api('WarmThroughput'),
    },
    WriteUnitsPerSecond: {
      shape: wholeNumber(1),
      doc: 'Writes per second that must be possible at once.',
      link: api('WarmThroughput'),
    },
  },
};

const globalIndex: ObjectShape = {
  kind: 'object',
  members: {
    IndexName: indexName,
    KeySchema: keySchema,
    Projection: projection,
    ProvisionedThroughput: {
      shape: provisionedThroughput,
      doc: 'Capacity of this index. Needed for every listed index of a PROVISIONED table, forbidden on demand.',
      link: api('GlobalSecondaryIndex'),
    },
    OnDemandThroughput: {
      shape: onDemandThroughput,
      doc: 'Upper limits for this index of an on-demand table. Never {}.',
      link: api('GlobalSecondaryIndex'),
    },
    WarmThroughput: {
      shape: warmThroughput,
      doc: 'Refused in a restore; set it on the new table afterwards.',
      link: api('RestoreTableToPointInTime'),
    },
  },
};

const localIndex: ObjectShape = {
  kind: 'object',
  members: { IndexName: indexName, KeySchema: keySchema, Projection: projection },
};

const vectorIndex: ObjectShape = {
  kind: 'object',
  members: {
    IndexName: indexName,
    VectorAttribute: {
      required: true,
      shape: {
        kind: 'object',
        members: {
          AttributeName: {
            required: true,
            shape: attributeName,
            doc: 'Name of the attribute that holds the vector.',
            link: api('VectorAttributeDefinition'),
          },
        },
      },
      doc: 'The attribute that holds the vector.',
      link: api('VectorIndex'),
    },
    SearchSchema: {
      shape: {
        kind: 'list',
        minItems: 1,
        maxItems: 19,
        of: {
          kind: 'object',
          members: {
            AttributeName: {
              required: true,
              shape: { kind: 'string', minLength: 1, maxLength: 65_535 },
              doc: 'Name of the attribute.',
              link: api('SearchSchemaElement'),
            },
            SearchSchemaElementType: {
              required: true,
              shape: { kind: 'string', values: ['HASH', 'INLINE_FILTER'] },
              doc: 'HASH: searches are within one value. INLINE_FILTER: searches can filter by it.',
              link: api('SearchSchemaElement'),
            },
          },
        },
      },
      doc: 'Attributes a search can be narrowed by: one HASH, up to 18 INLINE_FILTER.',
      link: api('VectorIndex'),
    },
    Projection: projection,
    Dimensions: {
      required: true,
      shape: wholeNumber(1, 4096),
      doc: 'Length of the vectors. Fixed for the life of the index.',
      link: api('VectorIndex'),
    },
    DistanceFunction: {
      required: true,
      shape: { kind: 'string', values: ['COSINE', 'DOT_PRODUCT', 'EUCLIDEAN'] },
      doc: 'How distance is measured. Fixed for the life of the index.',
      link: api('VectorIndex'),
    },
  },
};

/** The union of the members of RestoreTableFromBackup and RestoreTableToPointInTime. */
export const requestMembers = {
  BackupArn: {
    shape: { kind: 'string', minLength: 37, maxLength: 1024 },
    doc: 'The backup to restore from. Its ARN also says which Region it lies in.',
    link: api('RestoreTableFromBackup'),
  },
  SourceTableArn: {
    shape: { kind: 'string', minLength: 1, maxLength: 1024 },
    doc: 'The table to restore from, to a point in time. Needed when the destination is another Region.',
    link: api('RestoreTableToPointInTime'),
  },
  SourceTableName: {
    shape: nameShape,
    doc: 'The table to restore from, to a point in time; looked up in the destination Region.',
    link: api('RestoreTableToPointInTime'),
  },
  RestoreDateTime: {
    shape: { kind: 'string', minLength: 1, maxLength: 64 },
    doc: 'The moment to go back to, to the second: ISO 8601 with offset, such as "2026-11-20T08:30:00Z".\nNot together with UseLatestRestorableTime.',
    link: api('RestoreTableToPointInTime'),
  },
  UseLatestRestorableTime: {
    shape: { kind: 'boolean' },
    doc: 'Go back to the latest restorable moment, usually five minutes ago.\nNot together with RestoreDateTime.',
    link: api('RestoreTableToPointInTime'),
  },
  TargetTableName: {
    required: true,
    shape: nameShape,
    doc: 'Name of the new table. A restore never overwrites a table.',
    link: api('RestoreTableFromBackup'),
  },
  BillingModeOverride: {
    shape: { kind: 'string', values: ['PROVISIONED', 'PAY_PER_REQUEST'] },
    doc: 'Billing mode of the new table. Default: as recorded.',
    link: api('RestoreTableFromBackup'),
  },
  GlobalSecondaryIndexOverride: {
    shape: { kind: 'list', of: globalIndex },
    doc: 'The complete list of global indexes to restore; [] restores none.\nLeft out: all of them. New indexes are not possible.',
    link: api('RestoreTableFromBackup'),
  },
  LocalSecondaryIndexOverride: {
    shape: { kind: 'list', maxItems: 5, of: localIndex },
    doc: 'The complete list of local indexes to restore; [] restores none.\nA local index that is left out can never be added again.',
    link: api('RestoreTableFromBackup'),
  },
  VectorIndexOverride: {
    shape: { kind: 'list', maxItems: 5, of: vectorIndex },
    doc: 'The complete list of vector indexes to restore; [] restores none.\nEach must be repeated exactly as recorded.',
    link: api('RestoreTableFromBackup'),
  },
  ProvisionedThroughputOverride: {
    shape: provisionedThroughput,
    doc: 'Capacity of the new table, its indexes not included.\nOnly when the new table is PROVISIONED.',
    link: api('RestoreTableFromBackup'),
  },
  OnDemandThroughputOverride: {
    shape: onDemandThroughput,
    doc: 'Upper limits of the new on-demand table. At least one of the two; never {}.',
    link: api('RestoreTableFromBackup'),
  },
  SSESpecificationOverride: {
    shape: {
      kind: 'object',
      members: {
        Enabled: {
          shape: { kind: 'boolean' },
          doc: 'true: a KMS key, yours or the AWS managed one. false: the AWS owned key.',
          link: api('SSESpecification'),
        },
        SSEType: {
          shape: { kind: 'string', values: ['AES256', 'KMS'] },
          doc: 'KMS is the only value the service accepts.',
          link: api('SSESpecification'),
        },
        KMSMasterKeyId: {
          shape: { kind: 'string', minLength: 1, maxLength: 2048 },
          doc: 'Key id, key ARN, alias or alias ARN of a key in the destination Region.\nLeft out: the AWS managed key.',
          link: api('SSESpecification'),
        },
      },
    },
    doc: 'Encryption of the new table. Must be given when the destination is another Region.',
    link: api('RestoreTableFromBackup'),
  },
} satisfies Record<string, Member>;
