/** The calls of neighbouring services that the product makes, as far as it makes them. */
import type { Operation } from '../operations/operation';
import { alarmOperations } from './alarms';
import { keyOperations } from './kms';
import { scalingOperations } from './auto-scaling';

interface JsonService {
  readonly contentType: string;
  readonly operations: ReadonlyMap<string, Operation>;
}

const json11 = 'application/x-amz-json-1.1';

/** By the name in the request: `kms`, `application-autoscaling`, `monitoring`. */
export const jsonServices: ReadonlyMap<string, JsonService> = new Map([
  ['kms', service(json11, keyOperations)],
  ['application-autoscaling', service(json11, scalingOperations)],
  ['monitoring', service('application/x-amz-json-1.0', alarmOperations)],
]);

function service(contentType: string, operations: Record<string, Operation>): JsonService {
  return { contentType, operations: new Map(Object.entries(operations)) };
}
