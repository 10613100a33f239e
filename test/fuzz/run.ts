import { nothingKnown, type Facts } from '../../server/core/facts';
import { documentOf, type FuzzDocument } from './documents';
import { breachesOf, shareOf, type Breach } from './examine';
import { properties } from './properties';
import { shrunk } from './shrink';

/** Documents of one seed, from a number on. */
export interface Part {
  seed: number;
  start: number;
  count: number;
}

export interface Finding extends Breach {
  seed: number;
  number: number;
  /** The document, shrunk to what still breaks the same promise. */
  text: string;
  /** Facts other than "unknown". */
  facts: Partial<Facts>;
}

export interface Report {
  findings: Finding[];
  /** How often each property was held against a document. */
  held: Record<string, number>;
}

/** Of one promise nobody reads more, and shrinking takes its time. */
const mostOfOne = 3;

/** Examine the documents of a part. `onDocument` hears of each before it is begun, so that a hang can be told from outside. */
export async function runPart(
  { seed, start, count }: Part,
  onDocument: (number: number) => void,
): Promise<Report> {
  const report: Report = { findings: [], held: Object.fromEntries(properties.map(({ says }) => [says, 0])) };
  for (let number = start; number < start + count; number++) {
    onDocument(number);
    const document = documentOf(seed, number);
    const held = shareOf(document);
    for (const { says } of held) report.held[says] = (report.held[says] ?? 0) + 1;
    for (const breach of await breachesOf(document, { held })) {
      const same = report.findings.filter(({ property }) => property === breach.property);
      if (same.length < mostOfOne) report.findings.push(await findingOf(document, breach));
    }
  }
  return report;
}

async function findingOf(document: FuzzDocument, breach: Breach): Promise<Finding> {
  const held = properties.filter(({ says }) => says === breach.property);
  const sameBreach = async (text: string): Promise<Breach | undefined> => {
    const breaches = await breachesOf({ ...document, text }, { held });
    return breaches.find(({ property }) => property === breach.property);
  };
  // What the table of keys made is only valid whole.
  const isWhole = held.some(({ code }) => code === 'P9');
  const text = isWhole
    ? document.text
    : await shrunk(document.text, async (text) => (await sameBreach(text)) !== undefined);
  const { seed, number, facts } = document;
  return { ...((await sameBreach(text)) ?? breach), seed, number, text, facts: knownOf(facts) };
}

function knownOf(facts: Facts): Partial<Facts> {
  const unknown = new Map<string, unknown>(Object.entries(nothingKnown(facts.now)));
  return Object.fromEntries(Object.entries(facts).filter(([name, value]) => unknown.get(name) !== value));
}
