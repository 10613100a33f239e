// A restore leaves behind: auto scaling policies, IAM policies, alarms, tags, stream, time to live, deletion protection and point-in-time
// recovery settings (Developer Guide, "Backing up and restoring DynamoDB tables: How it works"; API_RestoreTableToPointInTime).
import { settingsWeCanApply } from '../steps';
import { targetOf } from '../spec/request';
import { wantedSettings } from '../spec/settings';
import { has } from '../spec/tree';
import type { Fix, Rule } from './rule';

export const settingsLeftBehind: Rule = {
  code: 'settings-left-behind',
  severity: 'information',
  because: 'surprise',
  needs: [],
  title: 'the file says what becomes of the settings that a restore leaves behind',
  ofAbsence: true,
  applies: (spec) => targetOf(spec) !== undefined && !has(spec, ['AfterRestore', 'Default']),
  *find(spec) {
    const unnamed = wantedSettings(spec).filter(({ setting, isNamed }) => !isNamed && isApplicable(setting));
    if (unnamed.length === 0) return;
    const isThere = has(spec, ['AfterRestore']);
    yield {
      at: isThere ? { path: ['AfterRestore'], part: 'key' } : { path: ['TargetTableName'], part: 'value' },
      message: `A restore leaves these behind, and this file does not put them back: ${unnamed.map(({ setting }) => setting).join(', ')}.`,
      fixes: ['FromSource', 'Skip'].map((word) => answer(word, isThere)),
    };
  },
};

function isApplicable(setting: string): boolean {
  return settingsWeCanApply.some((known) => known === setting);
}

function answer(word: string, isThere: boolean): Fix {
  const title = word === 'Skip' ? 'Leave them behind' : 'Put them back as the source has them';
  return isThere
    ? { title, edits: [{ kind: 'set', path: ['AfterRestore', 'Default'], value: word }] }
    : { title, edits: [{ kind: 'set', path: ['AfterRestore'], value: { Default: word } }] };
}
