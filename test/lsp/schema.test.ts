import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { describe, expect, test } from 'vitest';
import { specShape } from '../../server/core/spec/shape';
import { specSchema } from '../../server/lsp/schema';

const schema = specSchema();

async function problemsOf(value: unknown): Promise<unknown[]> {
  const service = getLanguageService({});
  const document = TextDocument.create('file:///a.json', 'json', 1, JSON.stringify(value));
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return found.map(({ message }) => message);
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

  test('links only to the documentation of AWS', () => {
    const links = JSON.stringify(schema).match(/https?:[^)"]+/g) ?? [];
    const foreign = links.filter((link) => !link.startsWith('https://docs.aws.amazon.com/'));
    expect(foreign).toEqual(['http://json-schema.org/draft-07/schema#']);
  });
});
