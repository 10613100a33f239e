import { parseTree } from 'jsonc-parser';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { check } from '../../server/core/check';
import { nothingKnown, type Facts } from '../../server/core/facts';
import { rules } from '../../server/core/rules';
import { misfits } from '../../server/core/spec/misfits';
import { parseSpec, type Spec } from '../../server/core/spec/spec';
import { specSchema } from '../../server/lsp/schema';
import { known, now, ordersBackup, ordersTable } from '../rules/facts';

/** Everything about the source and the target is known, as after a look at AWS. */
const allKnown: Facts = known({
  regionInUse: 'eu-west-1',
  caller: { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' },
  backup: ordersBackup(),
  source: ordersTable(),
  continuousBackups: 'missing',
  sourceTimeToLive: {},
  sourceTags: [],
  target: 'missing',
});

const service = getLanguageService({});
const uri = 'file:///bench.ddbbackup.json';
service.configure({
  validate: true,
  schemas: [{ uri: 'file:///schema.json', fileMatch: ['*.ddbbackup.json'], schema: specSchema() }],
});

/** How many problems the JSON service finds: parsed and validated anew, as after a keystroke. */
async function jsonService(text: string): Promise<number> {
  const document = TextDocument.create(uri, 'jsonc', 1, text);
  const parsed = service.parseJSONDocument(document);
  const problems = await service.doValidation(document, parsed, {
    comments: 'ignore',
    trailingCommas: 'ignore',
    schemaValidation: 'error',
  });
  return problems.length;
}

/** What is measured beside `JSON.parse`, each from the text alone. The answer is how much was found, so that nothing can be left out. */
export const contenders: Readonly<Record<string, (text: string) => number | Promise<number>>> = {
  'JSON.parse': (text) => Object.keys(JSON.parse(text) as object).length,
  'jsonc-parser, parse': (text) => parseTree(text, [], { allowTrailingComma: true })?.children?.length ?? 0,
  'ours, parse': (text) => parseSpec(text).root?.children?.length ?? 0,
  'ours, parse and check': (text) => check(parseSpec(text), nothingKnown(now)).problems.length,
  'ours, parse and check, all known': (text) => check(parseSpec(text), allKnown).problems.length,
  'JSON service, parse and validate': jsonService,
};

/** The parts of a parse and check, each given what comes before it: the milliseconds it takes. */
export function parts(text: string): { read: number; walk: number; rules: Map<string, number> } {
  const start = performance.now();
  const spec = parseSpec(text);
  const read = performance.now();
  misfits(spec);
  const walk = performance.now();
  return {
    read: read - start,
    walk: walk - read,
    rules: new Map(rules.map((rule) => [rule.code, timeOf(() => run(rule, spec))])),
  };
}

function timeOf(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function run(rule: (typeof rules)[number], spec: Spec): void {
  const facts = nothingKnown(now);
  if (rule.applies?.(spec) === false || rule.needs.length > 0) return;
  Array.from(rule.find(spec, facts));
}
