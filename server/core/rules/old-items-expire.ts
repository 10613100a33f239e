// Time to live deletes items whose time has passed, usually within a few days (Developer Guide, "Using time to live in DynamoDB"). Items
// that were alive at the moment that is restored may be past it now.
import type { Facts } from '../facts';
import { parseBackupArn } from '../spec/arn';
import { parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { wantedSettings } from '../spec/settings';
import type { Spec } from '../spec/spec';
import { booleanAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'TimeToLiveSpecification'];

export const oldItemsExpire: Rule = {
  code: 'old-items-expire',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'time to live does not delete what has just been restored',
  *find(spec, { now }: Facts) {
    const moment = restoredMoment(spec);
    const setting = wantedSettings(spec).find((wanted) => wanted.setting === 'TimeToLiveSpecification');
    if (moment === undefined || now - moment < 86_400_000 || !setting || setting.from === 'Skip') return;
    if (setting.from === 'written' && booleanAt(spec, [...path, 'Enabled']) !== true) return;
    const days = Math.floor((now - moment) / 86_400_000);
    yield {
      at: { path: setting.isNamed ? path : ['AfterRestore', 'Default'], part: 'value' },
      message: `If time to live is put back, items that expired in the ${days === 1 ? 'day' : `${days} days`} since the restored moment will be deleted from the new table.`,
      fixes: [{ title: 'Leave time to live off', edits: [{ kind: 'set', path, value: 'Skip' }] }],
    };
  },
};

function restoredMoment(spec: Spec): number | undefined {
  const source = sourceOf(spec);
  if (source?.kind === 'backup') return parseBackupArn(source.backupArn)?.createdAtMs;
  return parseIsoTime(source?.restoreDateTime ?? '');
}
