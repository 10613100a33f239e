import type { FactName } from '../../server/core/facts';
import type { Because, Rule, Severity } from '../../server/core/rules/rule';
import { parseSpec } from '../../server/core/spec/spec';
import { backupArn, ordersArn } from './facts';

/** The page of a rule, `docs/rules/<code>.md`, taken apart. */
export interface Page {
  /** The first line. */
  title: string;
  /** The line under the title: severity, reason, what has to be known. Generated: `lineOf`. */
  line: string;
  /** Titles of the sections, in order. */
  sections: string[];
  /** What the rule finds: the text before the first section. */
  what: string;
  why: string;
  /** The example between the fences, and all of the section. */
  wrong: Example;
  right: Example;
  fix: string;
  /** Where the names in brackets lead: name to address. */
  links: ReadonlyMap<string, string>;
  /** The names in brackets that the text uses. */
  linked: ReadonlySet<string>;
}

export interface Example {
  section: string;
  /** The texts in ```jsonc fences. */
  specs: string[];
}

const definition = /^\[([^\]]+)\]: (\S+)$/gm;

export function pageOf(whole: string): Page {
  const text = whole.replace(definition, '').trimEnd();
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`/g, '');
  const [head = '', ...parts] = text.split(/^## /m);
  const [title = '', , line = '', , ...what] = head.split('\n');
  const sections = parts.map((part) => ({
    name: part.slice(0, part.indexOf('\n')),
    body: part.slice(part.indexOf('\n') + 1).trim(),
  }));
  const body = (name: string): string => sections.find((section) => section.name === name)?.body ?? '';
  return {
    title,
    line,
    sections: sections.map(({ name }) => name),
    what: what.join('\n').trim(),
    why: body('Why'),
    wrong: exampleOf(body('Wrong')),
    right: exampleOf(body('Right')),
    fix: body('Fix'),
    links: new Map([...whole.matchAll(definition)].map(([, name = '', address = '']) => [name, address])),
    linked: new Set([...prose.matchAll(/\[([^\]]+)\]/g)].map(([, name = '']) => name)),
  };
}

function exampleOf(section: string): Example {
  return {
    section,
    specs: [...section.matchAll(/^```jsonc\n([\s\S]*?)^```$/gm)].map(([, spec = '']) => spec),
  };
}

/** The titles of fixes that a page names: what stands in bold in the section on fixes. */
export function fixesNamedIn({ fix }: Page): string[] {
  return [...fix.matchAll(/\*\*(.+?)\*\*/g)].map(([, title = '']) => title);
}

export const severityInWords: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
};

export const becauseInWords: Record<Because, string> = {
  refused: 'the service would refuse',
  misread: 'something else would happen than is written',
  surprise: 'accepted, and perhaps not meant',
};

const factInWords: Record<FactName, string> = {
  regionInUse: 'the Region in use',
  caller: 'the account signed in',
  backup: 'the backup',
  source: 'the source table',
  continuousBackups: "the source's recovery window",
  sourceTimeToLive: "the source's time to live",
  sourceTags: "the source's tags",
  target: 'whether the target exists',
  encryptionKey: 'the key that the file names',
  sourceKey: "the source's key",
  runningRestores: 'the restores that are running',
  ownRestore: "this machine's journal",
};

/** The line under the title of a rule's page. */
export function lineOf(rule: Rule): string {
  return `${severityInWords[rule.severity]} · ${becauseInWords[rule.because]} · needs: ${needsInWords(rule)}`;
}

/** A spec of each kind of source, with and without what can make a fact unnecessary. */
const kindsOfSpecs = [
  `"BackupArn": "${backupArn}"`,
  `"SourceTableArn": "${ordersArn}"`,
  '"SourceTableName": "Orders"',
].flatMap((source) =>
  [
    '',
    ', "BillingModeOverride": "PROVISIONED", "Region": "eu-west-1", "AccountId": "123456789012", "VectorIndexOverride": []',
  ].map((more) => parseSpec(`{ ${source}, "TargetTableName": "Orders-2"${more} }`)),
);

function needsInWords(rule: Rule): string {
  const always = rule.needs.filter((need) => typeof need === 'string').map((need) => factInWords[need]);
  const dependent = rule.needs
    .filter((need) => typeof need === 'function')
    .map((need) => {
      const names = kindsOfSpecs.map((spec) => need(spec));
      const facts = new Set(names.filter((name) => name !== undefined).map((name) => factInWords[name]));
      return `${names.includes(undefined) ? 'in some cases ' : ''}${[...facts].join(', or ')}`;
    });
  const words = [...new Set([...always, ...dependent])];
  return words.length === 0 ? 'the file alone' : words.join(', and ');
}
