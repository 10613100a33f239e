// "If you are updating an existing alarm, this operation completely overwrites the previous configuration": a name is one alarm
// (API_PutMetricAlarm of CloudWatch).
import { canonical } from '../canonical';
import type { Path } from '../spec/path';
import { entriesAt, stringAt, valueAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const alarmNamedTwice: Rule = {
  code: 'alarm-named-twice',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'every alarm has a name of its own',
  *find(spec) {
    const seen = new Map<string, Path>();
    for (const path of entriesAt(spec, ['AfterRestore', 'Alarms'])) {
      const name = stringAt(spec, [...path, 'AlarmName']);
      // An empty one is not filled in yet: `out-of-range` says so.
      if (name === undefined || name === '') continue;
      const earlier = seen.get(name);
      if (earlier === undefined) {
        seen.set(name, path);
        continue;
      }
      yield {
        at: { path: [...path, 'AlarmName'], part: 'value' },
        message: `Another alarm here is called ${quoted(name)}; this one would overwrite it.`,
        fixes: [
          {
            title: 'Remove this alarm',
            edits: [{ kind: 'remove', path }],
            ...(canonical(valueAt(spec, earlier)) === canonical(valueAt(spec, path)) && { preferred: true }),
          },
        ],
      };
    }
  },
};
