// A time without its offset means another moment on another machine: botocore, and so the AWS CLI, reads it in the machine's local zone
// (botocore.utils.parse_to_aware_datetime). So RestoreDateTime is ISO 8601 with offset here.
import { isoTimeOfEpoch, parseIsoTime } from '../spec/iso-time';
import { stringAt } from '../spec/tree';
import { quoted } from '../plain-text';
import type { Fix, Rule } from './rule';

const path = ['RestoreDateTime'];

export const restoreTimeFormat: Rule = {
  code: 'restore-time-format',
  severity: 'error',
  because: 'misread',
  needs: [],
  title: 'RestoreDateTime is a moment, with its offset',
  *find(spec) {
    const text = stringAt(spec, path);
    if (text === undefined || text === '' || parseIsoTime(text) !== undefined) return;
    yield {
      at: { path, part: 'value' },
      message: `${quoted(text)} is no moment in time. Write date, time and offset, such as "2026-11-20T08:30:00Z" or "2026-11-20T09:30:00+01:00".`,
      fixes: [...inUtc(text)],
    };
  },
};

function* inUtc(text: string): Iterable<Fix> {
  const written = text.trim();
  // Seconds or milliseconds since 1970; these also with the nought that they have in the ARN of a backup.
  const isEpoch = /^0?\d{9,13}$/.test(written);
  const withT = isEpoch ? isoTimeOfEpoch(Number(written)) : written.replace(/[ t]+/, 'T').replace(/z$/, 'Z');
  const utc = [withT, `${withT}Z`, `${withT}T00:00:00Z`].find(
    (candidate) => parseIsoTime(candidate) !== undefined,
  );
  if (utc !== undefined) yield { title: `Write it as ${utc}`, edits: [{ kind: 'set', path, value: utc }] };
}
