import { describe, expect, test } from 'vitest';
import { corpus } from '../core/json-corpus';
import { samples } from '../core/samples';
import { documentFrom } from './documents';
import { breachesOf } from './examine';
import { keptFindings } from './findings';
import { officialRequests } from './official-requests';
import { properties } from './properties';

/** All promises, with several choices of where to put a cursor, and how to type a text. */
async function everyBreach(kept: Parameters<typeof documentFrom>[0]) {
  const document = documentFrom(kept);
  const breaches = [0, 1, 2, 3].map((number) => breachesOf({ ...document, number }, { held: properties }));
  return (await Promise.all(breaches)).flat();
}

describe('a text that once broke a promise keeps all of them', () => {
  test.each(keptFindings.map((finding, at) => [at, finding] as const))('number %i', async (_, finding) =>
    expect(await everyBreach(finding)).toEqual([]),
  );
});

describe('every promise is kept', () => {
  test.each([
    ['by our samples', samples],
    ['by the requests on the pages of AWS', officialRequests],
    ['by texts at the edges of JSON', corpus.map(({ text }) => text)],
  ])(
    '%s',
    async (_, texts) => {
      for (const text of texts) expect(await everyBreach({ text, facts: {} }), text).toEqual([]);
    },
    120_000,
  );
});

test.each(samples.map((sample) => [sample]))(
  'every beginning of a spec has an answer: %#',
  async (sample) => {
    const atEveryKey = properties.filter(({ oneIn }) => oneIn === 1);
    for (let length = 0; length <= sample.length; length++) {
      const document = documentFrom({ text: sample.slice(0, length), facts: {} });
      expect(await breachesOf(document, { held: atEveryKey })).toEqual([]);
    }
  },
  120_000,
);
