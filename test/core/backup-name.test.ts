import { expect, test } from 'vitest';
import { backupNameFault, defaultBackupName } from '../../server/core/backup-name';

const tooShort = 'A backup name has at least 3 characters.';
const tooLong = 'A backup name has at most 255 characters.';
const badCharacter = 'A backup name consists of the letters a-z and A-Z, digits, "_", "." and "-".';

test.each<[string, string | undefined]>([
  ['ab', tooShort],
  ['abc', undefined],
  ['a'.repeat(255), undefined],
  ['a'.repeat(256), tooLong],
  ['Orders_2026.11-23', undefined],
  ['€rders', badCharacter],
  ['Orders/1', badCharacter],
  ['orders backup', badCharacter],
])('the name %j is told: %s', (name, fault) => expect(backupNameFault(name)).toBe(fault));

test.each([
  ['Orders', '2026-11-23T20:20:00.123Z', 'k3x9qf', 'Orders-20261123T202000Z-k3x9qf'],
  ['Orders', '2026-11-23T20:20:00Z', 'k3x9qf', 'Orders-20261123T202000Z-k3x9qf'],
  ['o'.repeat(255), '2026-11-23T20:20:00Z', 'k3x9qf', `${'o'.repeat(231)}-20261123T202000Z-k3x9qf`],
])('the backup of %.10s made at %s is called after both', (table, at, nonce, name) => {
  expect(defaultBackupName(table, at, nonce)).toBe(name);
  expect(backupNameFault(name)).toBeUndefined();
});
