/** The calls of neighbouring services that the product makes, as far as it makes them. */
import type { Operation } from '../operations/operation';
import { alarmOperations } from './alarms';
import { keyOperations } from './kms';
import { scalingOperations } from './auto-scaling';

interface JsonService {
  readonly contentType: string;
  readonly operations: Record<string, Operation>;
}

const json11 = 'application/x-amz-json-1.1';

/** By the name in the request: `kms`, `application-autoscaling`, `monitoring`. */
export const jsonServices: Readonly<Record<string, JsonService>> = {
  kms: { contentType: json11, operations: keyOperations },
  'application-autoscaling': { contentType: json11, operations: scalingOperations },
  monitoring: { contentType: 'application/x-amz-json-1.0', operations: alarmOperations },
};
