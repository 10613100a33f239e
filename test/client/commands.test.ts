import { describe, expect, test, vi } from 'vitest';
import type { PlanShown } from '../../server/protocol';
import { planDocuments } from '../../client/plan-documents';
import { isBackup, isFailure, isTable } from '../../client/tree/kinds';
import { backupRow } from './fake-world';

vi.mock('vscode', () => ({}));

describe("a backup's name", () => {
  test.each([
    ['ab', 'At least 3 characters'],
    ['', 'At least 3 characters'],
    ['a'.repeat(256), 'At most 255 characters; these are 256'],
    ['before migration', 'Only letters, digits, "_", "-" and "." are allowed'],
    ['Ümlaut', 'Only letters, digits, "_", "-" and "." are allowed'],
    ['a'.repeat(255), undefined],
    ['v1.2_before-migration', undefined],
  ])('%s: %s', async (name, fault) => {
    const { nameFault } = await import('../../client/commands/create-backup');
    expect(nameFault(name)).toBe(fault);
  });
});

describe('the file name of a new spec', () => {
  test.each([
    ['Orders-restored.ddbbackup.json', 'Orders-restored.ddbbackup.json'],
    ['CON.ddbbackup.json', 'table-CON.ddbbackup.json'],
    ['lpt1.old.ddbbackup.json', 'table-lpt1.old.ddbbackup.json'],
    ['....ddbbackup.json', 'table-....ddbbackup.json'],
    ['../../.bashrc', 'restore.ddbbackup.json'],
    ['a/b.ddbbackup.json', 'restore.ddbbackup.json'],
    ['a\\b.ddbbackup.json', 'restore.ddbbackup.json'],
    ['', 'restore.ddbbackup.json'],
  ])('%s becomes %s', async (given, expected) => {
    const { safeName } = await import('../../client/commands/new-restore-spec');
    expect(safeName(given)).toBe(expected);
  });
});

describe('what a command was called on', () => {
  const table = { kind: 'table', id: 'x', region: 'eu-west-1', table: 'Orders' };
  const backup = { kind: 'backup', id: 'x', region: 'eu-west-1', backup: backupRow() };

  test.each([
    ['a table row', isTable, table, true],
    ['a backup row', isBackup, backup, true],
    ['a backup as a table', isTable, backup, false],
    ['a table without a name', isTable, { ...table, table: 7 }, false],
    ['a backup without an ARN', isBackup, { ...backup, backup: {} }, false],
    ['a failure without a parent', isFailure, { kind: 'failure', id: 'x' }, false],
    ['nothing', isTable, undefined, false],
    ['a text', isTable, 'table', false],
    ['null', isBackup, null, false],
  ])('%s', (_case, is, given, expected) => expect(is(given)).toBe(expected));
});

describe('the documents of a plan', () => {
  const plan: PlanShown = {
    planHash: 'h',
    accountId: '123456789012',
    region: 'eu-west-1',
    target: 'Orders-restored',
    operation: 'RestoreTableFromBackup',
    sourceTableName: 'Orders',
    recorded: '{\n  "BillingMode": "PROVISIONED"\n}',
    restored: '{\n  "BillingMode": "PAY_PER_REQUEST"\n}\n',
    steps: [
      'turn time to live on for expiresAt, last of all: items that have expired since are then deleted',
    ],
    staysBehind: [],
    warnings: ['a\nb'],
    unchecked: ['the KMS key can be used'],
  };

  test('say first what to mind, and after the table what happens and what does not', () => {
    expect(planDocuments(plan).restored.split('\n')).toEqual([
      '// Orders → new table Orders-restored',
      '// in eu-west-1, account 123456789012',
      '//',
      '// Nothing was sent yet. "Restore…" asks,',
      '// then sends RestoreTableFromBackup.',
      '// Below the table: what is put back (1) and',
      '// what stays behind (0).',
      '//',
      '// Warnings:',
      '// - a\\u{A}b',
      '//',
      '// Could not be checked:',
      '// - the KMS key can be used',
      '{',
      '  "BillingMode": "PAY_PER_REQUEST"',
      '}',
      '//',
      '// Put back after the restore:',
      '// - turn time to live on for expiresAt, last',
      '//   of all: items that have expired since',
      '//   are then deleted',
      '',
    ]);
  });

  test('write what is small on one line, and nothing longer', () => {
    const key = { AttributeName: 'orderId', KeyType: 'HASH' };
    const long = 'x'.repeat(60);
    const table = {
      KeySchema: [key],
      Indexes: [],
      Stream: { Enabled: true },
      Tags: [{ Key: 'a', Value: long }],
    };
    const restored = JSON.stringify(table, null, 2);
    const written = planDocuments({ ...plan, restored, warnings: [], steps: [] }).restored;
    expect(written.slice(written.indexOf('{'))).toBe(
      `{
  "KeySchema": [
    { "AttributeName": "orderId", "KeyType": "HASH" }
  ],
  "Indexes": [],
  "Stream": { "Enabled": true },
  "Tags": [
    {
      "Key": "a",
      "Value": "${long}"
    }
  ]
}
`,
    );
  });

  test('differ in nothing but the table', () => {
    const { recorded, restored } = planDocuments(plan);
    expect(recorded.replace('PROVISIONED', 'PAY_PER_REQUEST')).toBe(restored);
  });
});
