// A restore goes back to a second: "day:hour:minute:second" (API_RestoreTableToPointInTime). What becomes of a fraction is not documented.
import { parseIsoTime } from '../spec/iso-time';
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['RestoreDateTime'];

export const restoreTimeFraction: Rule = {
  code: 'restore-time-fraction',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'the moment to go back to is a whole second',
  applies: (spec) => sourceOf(spec)?.kind === 'point-in-time',
  *find(spec) {
    const text = stringAt(spec, path) ?? '';
    if (parseIsoTime(text) === undefined || !/[.,]\d*[1-9]/.test(text)) return;
    const whole = text.replace(/[.,]\d+/, '');
    yield {
      at: { path, part: 'value' },
      message:
        'DynamoDB restores to whole seconds, and does not say what becomes of a fraction. Write the second before the change that is to be undone.',
      fixes: [{ title: `Change to ${whole}`, edits: [{ kind: 'set', path, value: whole }], preferred: true }],
    };
  },
};
