import { Ajv } from 'ajv';
import { getLanguageService, TextDocument, type JSONSchema } from 'vscode-json-languageservice';
import { describe, expect, test } from 'vitest';
import { check } from '../../server/core/check';
import { nothingKnown } from '../../server/core/facts';
import { misfits } from '../../server/core/spec/misfits';
import { parseSpec } from '../../server/core/spec/spec';
import { specShape } from '../../server/core/spec/shape';
import { specSchema } from '../../server/lsp/schema';
import { changedOnce, everyKey, leftOut } from './every-key';

const schema = specSchema();

const service = getLanguageService({});

async function problemsOf(value: unknown): Promise<unknown[]> {
  const document = TextDocument.create('file:///a.json', 'json', 1, JSON.stringify(value));
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return found.map(({ message }) => message);
}

/** What the rules on shape alone say; the others weigh one key against another, or against AWS. */
const shapeRules = ['missing-key', 'unknown-key', 'wrong-type', 'bad-enum', 'bad-pattern', 'out-of-range'];

function shapeFaultsOf(value: unknown): string[] {
  const spec = parseSpec(JSON.stringify(value));
  const codes = check(spec, nothingKnown(0)).problems.map(({ code }) => code);
  // A BackupArn too short or too long for one is told by the rule on its form.
  const isOutOfRange = misfits(spec).limit.length > 0;
  return [...codes.filter((code) => shapeRules.includes(code)), ...(isOutOfRange ? ['out-of-range'] : [])];
}

/** The validator most other editors and build tools have. Strict: a keyword that is not named here is an error. */
function ajv(): Ajv {
  const validator = new Ajv({ strict: true, allowUnionTypes: true });
  for (const keyword of editorKeywords) validator.addKeyword(keyword);
  return validator;
}

const editorKeywords = [
  'allowComments',
  'allowTrailingCommas',
  'defaultSnippets',
  'markdownDescription',
  'patternErrorMessage',
];

/** Every schema inside a schema. */
function* schemasIn(value: unknown): Iterable<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* schemasIn(inner);
}

const ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';

const FINE = {
  Description: 'why',
  AccountId: '123456789012',
  Region: 'eu-west-1',
  BackupArn: ARN,
  TargetTableName: 'Orders-restored',
  BillingModeOverride: 'PAY_PER_REQUEST',
  GlobalSecondaryIndexOverride: [
    {
      IndexName: 'byCustomer',
      KeySchema: [{ AttributeName: 'customerId', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status'] },
    },
  ],
  AfterRestore: {
    Default: 'FromSource',
    TimeToLiveSpecification: 'FromBackup',
    Tags: [{ Key: 'a', Value: 'b' }],
  },
  Verify: { CompareSettings: true, SampleKeys: [{ orderId: { S: 'o-1001' } }] },
  RecoveryTimeObjectiveMinutes: 60,
};

describe('the schema for other editors', () => {
  test('knows every key of the table of keys, with its description', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(specShape.members));
    for (const [key, member] of Object.entries(specShape.members))
      expect(schema.properties?.[key]).toMatchObject({ description: member.doc });
  });

  test('takes a spec that is right', async () => {
    expect(await problemsOf(FINE)).toEqual([]);
  });

  test.each([
    ['an unknown key', { ...FINE, Nonsense: 1 }],
    ['an unknown key further in', { ...FINE, AfterRestore: { Nonsense: 'Skip' } }],
    ['a missing key', { BackupArn: ARN }],
    ['another type', { ...FINE, TargetTableName: 1 }],
    ['a word not on the list', { ...FINE, BillingModeOverride: 'ON_DEMAND' }],
    ['a word that is no word for a setting', { ...FINE, AfterRestore: { Tags: 'FromNowhere' } }],
    ['a name of another form', { ...FINE, TargetTableName: 'a b' }],
    ['a number out of range', { ...FINE, RecoveryTimeObjectiveMinutes: 0 }],
    ['too short a list', { ...FINE, AfterRestore: { Tags: [] } }],
  ])('sees %s', async (_, value) => {
    expect(await problemsOf(value)).not.toEqual([]);
  });

  test('is a schema of the draft it names, for another validator too', () => {
    const validator = ajv();
    expect([validator.validateSchema(schema), validator.errors]).toEqual([true, null]);
    expect(validator.compile(schema)(everyKey)).toBe(true);
  });

  test('stands alone: it has no name that could be fetched, and refers to nothing', () => {
    const keys = [...schemasIn(schema)].flatMap((inner) => Object.keys(inner));
    expect(keys.filter((key) => /^(\$id|id|\$ref|\$dynamicRef|\$anchor)$/.test(key))).toEqual([]);
  });

  test('explains every key, in plain text and in Markdown', () => {
    const explained = [...schemasIn(schema)].flatMap(({ properties, type }) =>
      type === 'object' && properties !== undefined ? Object.entries(properties as object) : [],
    );
    expect(explained.length).toBeGreaterThan(100);
    for (const [key, { description, markdownDescription }] of explained as [string, JSONSchema][])
      expect([key, description, markdownDescription]).toEqual([key, expect.any(String), expect.any(String)]);
  });

  test('offers whole specs whose keys are all known', () => {
    const bodies = (schema.defaultSnippets ?? []).map(({ body }) => body as object);
    expect(bodies.length).toBeGreaterThanOrEqual(2);
    for (const body of bodies) expect(shapeFaultsOf(body)).not.toContain('unknown-key');
  });

  test('the specs it is compared on hold every key there is', () => expect(leftOut()).toEqual([]));

  test('takes and refuses what the rules on shape take and refuse, whichever validator reads it', async () => {
    const validate = ajv().compile(schema);
    const verdicts: [string, string, string, string][] = [];
    for (const { name, value } of [{ name: 'every key', value: everyKey }, ...changedOnce()]) {
      const word = (isFine: boolean) => (isFine ? 'takes' : 'refuses');
      const ours = word(shapeFaultsOf(value).length === 0);
      verdicts.push([name, ours, word((await problemsOf(value)).length === 0), word(validate(value))]);
    }
    expect(verdicts.filter(([, ours, ...others]) => others.some((other) => other !== ours))).toEqual([]);
    const taken = verdicts.filter(([, ours]) => ours === 'takes').length;
    // Both verdicts are there in their hundreds: the comparison is no empty one.
    expect(Math.min(taken, verdicts.length - taken)).toBeGreaterThan(200);
  });

  test('links only to the documentation of AWS', () => {
    const links = JSON.stringify(schema).match(/https?:[^)"]+/g) ?? [];
    const foreign = links.filter((link) => !link.startsWith('https://docs.aws.amazon.com/'));
    expect(foreign).toEqual(['http://json-schema.org/draft-07/schema#']);
  });
});
