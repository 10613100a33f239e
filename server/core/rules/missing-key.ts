// The members that the service's own model marks as required (API_RestoreTableFromBackup, API_GlobalSecondaryIndex, API_KeySchemaElement, ...).
// `ProjectionType` has no default either: CreateTable answers "Unknown ProjectionType: null" (aws-controllers-k8s/dynamodb-controller,
// docs/api-quirks, DDB-TABLE-126).
import { propertyOf } from '../spec/tree';
import { nameOf } from '../spec/name-of';
import { visits } from '../spec/visits';
import type { Rule } from './rule';

export const missingKey: Rule = {
  code: 'missing-key',
  severity: 'error',
  because: 'refused',
  needs: [],
  title: 'every required key is there',
  ofAbsence: true,
  *find(spec) {
    for (const { node, path, shape } of visits(spec)) {
      if (node.type !== 'object' || shape.kind !== 'object') continue;
      const missing = Object.keys(shape.members).filter(
        (key) => shape.members[key]?.required && !propertyOf(node, key)?.children?.[1],
      );
      if (missing.length === 0) continue;
      yield {
        at: { path: [...path, missing[0] ?? ''], part: 'key' },
        message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing in ${nameOf(path)}.`,
      };
    }
  },
};
