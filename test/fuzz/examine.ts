import type { FuzzDocument } from './documents';
import type { Examined, Property } from './examined';
import { properties } from './properties';
import { randomOf } from './random';
import { product, type Subject } from './subject';

/** A promise that a document broke. */
export interface Breach {
  property: string;
  fault: string;
}

export interface Options {
  subject?: Subject;
  /** Those to hold against the document; default: each by its share, chosen by the document's seed and number. */
  held?: readonly Property[];
}

/** All breaches of one document. Resolves whatever is thrown. */
export async function breachesOf(document: FuzzDocument, options: Options = {}): Promise<Breach[]> {
  const { subject = product, held = shareOf(document) } = options;
  const breaches: Breach[] = [];
  const parsed = attempted(() => {
    const spec = subject.parseSpec(document.text);
    return { spec, checked: subject.check(spec, document.facts) };
  });
  if ('thrown' in parsed) return [{ property: parsingNeverThrows, fault: parsed.thrown }];
  for (const property of held) {
    const random = randomOf(document.seed, document.number, properties.indexOf(property));
    const fault = await faultOf(property, { ...document, subject, ...parsed.value, random });
    if (fault !== undefined) breaches.push({ property: property.says, fault });
  }
  return breaches;
}

export const parsingNeverThrows = 'P1 nothing throws when a text is read and checked';

/** The properties whose turn it is. */
export function shareOf({ seed, number }: FuzzDocument): Property[] {
  const random = randomOf(seed, number, -1);
  return properties.filter(({ oneIn }) => random.onceIn(oneIn));
}

function attempted<T>(attempt: () => T): { value: T } | { thrown: string } {
  try {
    return { value: attempt() };
  } catch (error) {
    return { thrown: wordsOf(error) };
  }
}

async function faultOf(property: Property, examined: Examined): Promise<string | undefined> {
  try {
    const fault = property.fault(examined);
    // Most answer at once: a pause for each of ten million would cost more than they do.
    return fault instanceof Promise ? await fault : fault;
  } catch (error) {
    return wordsOf(error);
  }
}

function wordsOf(error: unknown): string {
  return `It throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
