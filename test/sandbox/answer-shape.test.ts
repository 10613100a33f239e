import { expect, test } from 'vitest';
import { operations } from '../../server/sandbox/operations';
import { answerFaults, modelledOperations } from './answer-shape';

test('the model has the answers of every operation of the sandbox', () => {
  expect([...modelledOperations].toSorted()).toEqual([...operations.keys()].toSorted());
});

const details = {
  BackupArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd',
  BackupName: 'nightly',
  BackupStatus: 'AVAILABLE',
  BackupType: 'USER',
  BackupCreationDateTime: 1_791_504_762.511,
};

test('a good answer has no fault', () => {
  expect(answerFaults('CreateBackup', 200, JSON.stringify({ BackupDetails: details }))).toEqual([]);
});

const spoilt: [string, object, string][] = [
  ['a missing member', { BackupName: undefined }, 'CreateBackup.BackupDetails.BackupName is missing'],
  [
    'a word that is none',
    { BackupStatus: 'ACTIVE' },
    'CreateBackup.BackupDetails.BackupStatus cannot be ACTIVE',
  ],
  ['milliseconds', { BackupCreationDateTime: 1_791_504_762_511 }, 'is not epoch seconds'],
  ['a date as text', { BackupCreationDateTime: '2026-10-08T12:12:42Z' }, 'is not epoch seconds'],
  ['a name of the wrong letters', { BackupName: 'ni/ghtly' }, 'is not of its pattern'],
  ['a short ARN', { BackupArn: 'arn:aws' }, 'is 7 characters long'],
  ['a size with a fraction', { BackupSizeBytes: 1.5 }, 'is no whole number'],
  ['a member that nobody knows', { BackupColour: 'red' }, 'BackupDetails.BackupColour is not in the model'],
];
test.each(spoilt)('%s is seen', (_title, change, fault) => {
  const body = JSON.stringify({ BackupDetails: { ...details, ...change } });
  expect(answerFaults('CreateBackup', 200, body)).toEqual([expect.stringContaining(fault)]);
});

test.each([
  ['ListTables', 'TableNotFoundException', ['ListTables cannot answer TableNotFoundException']],
  ['CreateBackup', 'SandboxFaultException', ['CreateBackup cannot answer SandboxFaultException']],
  ['CreateBackup', 'TableNotFoundException', []],
])('%s answering %s', (operation, code, faults) => {
  const body = JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, message: 'no' });
  expect(answerFaults(operation, 400, body)).toEqual(faults);
});
