// `Default` holds for the settings that are not named: with the table gone there is nothing to read them from, and they stay behind.
import { sourceOf } from '../spec/request';
import { stringAt } from '../spec/tree';
import type { Rule } from './rule';

const path = ['AfterRestore', 'Default'];

export const defaultSourceMissing: Rule = {
  code: 'default-source-missing',
  severity: 'warning',
  because: 'surprise',
  needs: ['source'],
  title: 'the table stands from which settings are read by default',
  applies: (spec) => sourceOf(spec)?.kind === 'backup' && stringAt(spec, path) === 'FromSource',
  *find(_spec, { source }) {
    if (source !== 'missing') return;
    yield {
      at: { path, part: 'value' },
      message:
        'The source table does not exist any more, so nothing can be read from it: settings that are not named are not put back.',
      fixes: [{ title: 'Change to "Skip"', edits: [{ kind: 'set', path, value: 'Skip' }] }],
    };
  },
};
