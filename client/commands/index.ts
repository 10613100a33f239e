import { chooseConnection } from './choose-connection';
import { closeRestore } from './close-restore';
import type { Command, Parts } from './command';
import { copyArn } from './copy-arn';
import { createBackup } from './create-backup';
import { deleteBackup } from './delete-backup';
import { loadMore } from './load-more';
import { newRestoreSpec } from './new-restore-spec';
import { planRestore } from './plan-restore';
import { refresh } from './refresh';
import { restartServer } from './restart-server';
import { restore } from './restore';
import { retry } from './retry';
import { showLog } from './show-log';
import { showRestores } from './show-restores';
import { useSandbox } from './use-sandbox';

/** Every command: a file beside this one, an entry in the manifest. */
export const commandList: readonly ((parts: Parts) => Command)[] = [
  chooseConnection,
  closeRestore,
  copyArn,
  createBackup,
  deleteBackup,
  loadMore,
  newRestoreSpec,
  planRestore,
  refresh,
  restartServer,
  restore,
  retry,
  showLog,
  showRestores,
  useSandbox,
];
