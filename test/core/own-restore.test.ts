import { expect, test } from 'vitest';
import type { Operation } from '../../server/core/journal';
import { ownRestore, restoresAlike } from '../../server/core/own-restore';
import { parseSpec } from '../../server/core/spec/spec';
import { backupArn, fromBackup, known } from '../rules/facts';

const spec = parseSpec(`{ ${fromBackup}, "Description": "why" }`);
const caller = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/kim' };
const input = { TargetTableName: 'Orders-2', BackupArn: backupArn };

function underWay(changes: Partial<Operation['intent']['key']> = {}, asked: object = input): Operation {
  const key = {
    partition: 'aws',
    accountId: '123456789012',
    region: 'eu-west-1',
    target: 'Orders-2',
    ...changes,
  };
  return { op: 'o', intent: { key, input: asked } } as unknown as Operation;
}

const cases: [string, Operation, ours: boolean, alike: boolean][] = [
  ['of the same request, whatever the order of its members', underWay(), true, true],
  ['to another target', underWay({ target: 'Orders-3' }), false, false],
  ['in another Region', underWay({ region: 'eu-west-2' }), false, false],
  ['in another account', underWay({ accountId: '210987654321' }), false, true],
  ['with another override', underWay({}, { ...input, GlobalSecondaryIndexOverride: [] }), false, false],
];

test.each(cases)('a restore %s that is under way', (_, operation, ours, alike) => {
  const facts = known({ caller });
  expect(ownRestore(spec, facts, [operation])).toBe(ours ? operation : undefined);
  expect(restoresAlike(spec, facts, [operation])).toEqual(alike ? [operation] : []);
});

test('while nobody is signed in no restore is known to be ours', () =>
  expect(ownRestore(spec, known(), [underWay()])).toBeUndefined());

test('ours is found among others', () => {
  const ours = underWay();
  expect(ownRestore(spec, known({ caller }), [underWay({ accountId: '210987654321' }), ours])).toBe(ours);
});
