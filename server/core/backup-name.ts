/** What is wrong with the name of a backup, in words; `undefined` = nothing (API_CreateBackup: BackupName). */
export function backupNameFault(name: string): string | undefined {
  if (name.length < 3) return 'A backup name has at least 3 characters.';
  if (name.length > 255) return 'A backup name has at most 255 characters.';
  return /^[a-zA-Z0-9_.-]+$/.test(name)
    ? undefined
    : 'A backup name consists of the letters a-z and A-Z, digits, "_", "." and "-".';
}

/**
 * `Orders-20261123T202000Z-k3x9qf`: the table cut to fit, the time in UTC, and six letters of chance. Backup names are not unique and a
 * backup has no client token, so the chance is what makes a backup found later certainly ours.
 */
export function defaultBackupName(tableName: string, isoTime: string, nonce: string): string {
  const tail = `-${isoTime.replace(/\.\d+/, '').replaceAll(/[:-]/g, '')}-${nonce}`;
  return `${tableName.slice(0, 255 - tail.length)}${tail}`;
}
