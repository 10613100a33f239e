import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite, test } from 'mocha';
import { commands, ConfigurationTarget, languages, Uri, window, workspace } from 'vscode';
import { asked, newestBackupOfOrders, sandboxUrl } from './sandbox';
import { codeOf, contributes, eventually, openSpec, problemsOf, rangeOf, withSettings } from './window';

/** What the user would be told, while `run` runs: all notifications are answered with "close". */
async function told(run: () => PromiseLike<unknown>): Promise<string[]> {
  const words: string[] = [];
  const listen = (message: string) => {
    words.push(message);
    return Promise.resolve(undefined);
  };
  const { showWarningMessage, showErrorMessage } = window;
  Object.assign(window, { showWarningMessage: listen, showErrorMessage: listen });
  try {
    await run();
  } finally {
    Object.assign(window, { showWarningMessage, showErrorMessage });
  }
  return words;
}

const specOf = (backupArn: string, target: string) =>
  `{\n  "BackupArn": "${backupArn}",\n  "TargetTableName": "${target}",\n  "AfterRestore": { "Default": "Skip" }\n}\n`;

suite('with a connection', () => {
  test('what only the account knows is told without being asked for', async () => {
    const document = await openSpec('taken', specOf(await newestBackupOfOrders(), 'Customers'));
    const problems = await problemsOf(document, 'target-exists');
    assert.deepEqual(
      problems.find((one) => codeOf(one) === 'target-exists')?.range,
      rangeOf(document, '"Customers"'),
    );
  });

  test('a backup that is not there is a problem, and gone when the right one is named', async () => {
    const arn = await newestBackupOfOrders();
    const document = await openSpec('missing', specOf(arn.replace(/.{8}$/, '00000000'), 'Orders-again'));
    await problemsOf(document, 'backup-missing');
    const mended = await openSpec('missing', specOf(arn, 'Orders-again'));
    await eventually(
      () => languages.getDiagnostics(mended.uri).map(codeOf),
      (codes) => !codes.includes('backup-missing'),
    );
  });

  test('a plan opens as two documents beside each other, and sends nothing', async () => {
    const document = await openSpec('planned', specOf(await newestBackupOfOrders(), 'Orders-planned'));
    await commands.executeCommand('ddbbackup.planRestore', document.uri);
    const shown = await eventually(
      () => workspace.textDocuments.filter(({ uri }) => uri.scheme === 'ddbbackup-plan'),
      (documents) => documents.length === 2,
    );
    for (const { languageId } of shown) assert.equal(languageId, 'jsonc');
    assert.ok(shown.some((one) => one.getText().includes('"TableName": "Orders-planned"')));
    assert.equal(
      (await asked()).some((operation) => operation.startsWith('RestoreTable')),
      false,
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a command that gets no spec says so', async () => {
    const words = await told(() => commands.executeCommand('ddbbackup.planRestore', Uri.file('/nowhere')));
    assert.equal(words.length, 1);
  });
});

suite('settings that decide where requests go', () => {
  for (const key of ['profile', 'regions', 'endpoint', 'protectedAccounts']) {
    test(`ddbbackup.${key} belongs to the machine, and VS Code writes it to no workspace`, async () => {
      assert.equal(contributes().configuration.properties[`ddbbackup.${key}`]?.scope, 'machine');
      const value = key === 'regions' || key === 'protectedAccounts' ? ['us-east-1'] : 'elsewhere';
      const write = async () =>
        workspace.getConfiguration('ddbbackup').update(key, value, ConfigurationTarget.Workspace);
      await assert.rejects(write);
    });
  }

  test('a settings file in the folder moves no request', async () => {
    const other = createServer((_request, response) => response.end('{}'));
    const elsewhere: string[] = [];
    other.on('request', ({ url }) => void elsewhere.push(url ?? ''));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = Uri.joinPath(folder.uri, '.vscode/settings.json');
    try {
      const settings = {
        'ddbbackup.endpoint': url,
        ddbbackup: { endpoint: url, regions: ['ap-south-1'], profile: 'other' },
        'ddbbackup.trace.server': 'verbose',
      };
      await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(settings)));
      // A setting that a workspace may set shows that the file was read.
      await eventually(
        () => workspace.getConfiguration('ddbbackup').get('trace.server'),
        (value) => value === 'verbose',
      );
      assert.equal(workspace.getConfiguration('ddbbackup').get('endpoint'), sandboxUrl());
      const before = (await asked()).length;
      const document = await openSpec('elsewhere', specOf(await newestBackupOfOrders(), 'Inventory'));
      await problemsOf(document, 'target-exists');
      assert.ok((await asked()).length > before);
      assert.deepEqual(elsewhere, []);
    } finally {
      await workspace.fs.delete(file);
      other.close();
    }
  });
});

suite('without a connection', () => {
  const refusal = 'No connection is chosen yet, so nothing was asked of AWS.';
  const plan = () => commands.executeCommand('ddbbackup.planRestore');

  /** The extension hears from its server, a moment after the settings moved, that there is nobody to ask. */
  const disconnected = (run: () => Promise<void>) =>
    withSettings({ endpoint: undefined, regions: undefined, profile: undefined }, async () => {
      await eventually(
        () => told(plan),
        ([words]) => words === refusal,
      );
      await run();
    });

  for (const command of ['createBackup', 'newRestoreSpec', 'planRestore', 'restore']) {
    test(`${command} refuses in plain words and asks nothing`, async () => {
      await openSpec('refused', specOf(await newestBackupOfOrders(), 'Orders-again'));
      await disconnected(async () => {
        const before = (await asked()).length;
        assert.deepEqual(await told(() => commands.executeCommand(`ddbbackup.${command}`)), [refusal]);
        assert.equal((await asked()).length, before);
      });
    });
  }

  test('a spec is still checked as far as that goes', async () => {
    await openSpec('refused', specOf(await newestBackupOfOrders(), 'Orders-again'));
    await disconnected(async () => {
      const document = await openSpec('offline', '{ "BackupArn": "x" }');
      await problemsOf(document, 'backup-arn-malformed', 'missing-key');
    });
  });
});
