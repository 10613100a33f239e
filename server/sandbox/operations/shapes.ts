/** Shapes that several operations share. Names and bounds: DynamoDB API Reference, `API_CreateTable` and its data types. */
import { parseArn } from '../state/arn';
import { anything, flag, listOf, may, must, oneOf, record, text, whole, type Shape } from '../wire/shape';

const namePattern = '[a-zA-Z0-9_.-]+';

/** A bare table, backup or index name. */
export const name = text({ min: 3, max: 255, pattern: namePattern });

/** A table name, or the full ARN of the table; an ARN is checked against the request's Region later. */
export const tableName: Shape<string> = {
  read(value, path, faults) {
    const isArn = typeof value === 'string' && parseArn(value) !== undefined;
    return (isArn ? text({ min: 1, max: 1024 }) : name).read(value, path, faults);
  },
};

/** Text whose rules the service checks by hand, with texts of its own. */
export const freeText = text();

const attributeName = text({ min: 1, max: 255 });

export const units = record({
  ReadCapacityUnits: must(whole({ min: 1 })),
  WriteCapacityUnits: must(whole({ min: 1 })),
});

export const maxima = record({ MaxReadRequestUnits: may(whole()), MaxWriteRequestUnits: may(whole()) });

export const warm = record({ ReadUnitsPerSecond: may(whole()), WriteUnitsPerSecond: may(whole()) });

export const attributeDefinitions = listOf(
  record({ AttributeName: must(attributeName), AttributeType: must(oneOf(['B', 'N', 'S'])) }),
);

export const keySchema = listOf(
  record({ AttributeName: must(attributeName), KeyType: must(oneOf(['HASH', 'RANGE'])) }),
  { min: 1 },
);

export const projection = record({
  ProjectionType: may(oneOf(['ALL', 'INCLUDE', 'KEYS_ONLY'])),
  NonKeyAttributes: may(listOf(attributeName, { min: 1, max: 20 })),
});

export const localIndex = record({
  IndexName: must(name),
  KeySchema: must(keySchema),
  Projection: must(projection),
});

export const globalIndex = record({
  IndexName: must(name),
  KeySchema: must(keySchema),
  Projection: must(projection),
  ProvisionedThroughput: may(units),
  OnDemandThroughput: may(maxima),
  WarmThroughput: may(warm),
});

export const vectorIndex = record({
  IndexName: must(name),
  VectorAttribute: must(record({ AttributeName: must(attributeName) })),
  SearchSchema: may(listOf(anything, { min: 1 })),
  Projection: must(projection),
  Dimensions: must(whole({ min: 1 })),
  DistanceFunction: must(oneOf(['COSINE', 'EUCLIDEAN', 'DOT_PRODUCT'])),
});

export const billingMode = oneOf(['PROVISIONED', 'PAY_PER_REQUEST']);

export const tableClass = oneOf(['STANDARD', 'STANDARD_INFREQUENT_ACCESS']);

export const streamSpecification = record({
  StreamEnabled: must(flag),
  StreamViewType: may(oneOf(['OLD_IMAGE', 'KEYS_ONLY', 'NEW_AND_OLD_IMAGES', 'NEW_IMAGE'])),
});

export const encryption = record({
  Enabled: may(flag),
  SSEType: may(oneOf(['AES256', 'KMS'])),
  KMSMasterKeyId: may(text({ min: 1 })),
});

export const tag = record({ Key: must(freeText), Value: must(freeText) });
