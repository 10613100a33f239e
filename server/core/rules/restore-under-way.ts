// The journal of this machine holds a restore of the same request, account and Region that has not ended. A second one would be refused by the
// service: "TableInUseException" while the table is being restored (aws-controllers-k8s/dynamodb-controller, docs/api-quirks, DDB-TABLE-275).
import { targetOf } from '../spec/request';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const restoreUnderWay: Rule = {
  code: 'restore-under-way',
  severity: 'information',
  because: 'surprise',
  needs: [],
  title: 'no restore of this file is under way',
  applies: (spec) => targetOf(spec) !== undefined,
  *find(spec, { ownRestore }) {
    if (ownRestore === undefined) return;
    yield {
      at: { path: ['TargetTableName'], part: 'value' },
      message: `${quoted(targetOf(spec) ?? '')} is being restored by this file since ${ownRestore.startedAt}.`,
    };
  },
};
