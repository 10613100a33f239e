// The account that is signed in decides where a restore goes, and whether it may (API_GetCallerIdentity of AWS STS).
import { writtenAccount } from '../spec/request';
import { has } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Rule } from './rule';

export const callerMismatch: Rule = {
  code: 'caller-mismatch',
  severity: 'error',
  because: 'misread',
  needs: ['caller'],
  title: 'the account signed in is the account the file is about',
  applies: (spec) => writtenAccount(spec) !== undefined,
  *find(spec, { caller }) {
    const written = writtenAccount(spec);
    if (caller === 'unknown' || written === undefined || caller.Account === written) return;
    const key = ['AccountId', 'BackupArn', 'SourceTableArn'].find((candidate) => has(spec, [candidate]));
    yield {
      at: { path: [key ?? 'AccountId'], part: 'value' },
      message: `This file is about account ${quoted(written)}; you are signed in to ${caller.Account}. Choose another profile.`,
    };
  },
};
