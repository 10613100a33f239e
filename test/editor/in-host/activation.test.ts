import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, extensions } from 'vscode';
import { contributes, extension } from './window';

suite('activation', () => {
  test('the extension is present and activates without an error', async () => {
    assert.ok(extensions.getExtension('ddbbackup.ddbbackup'), 'VS Code did not load ddbbackup.ddbbackup');
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  test('every command of the manifest is registered', async () => {
    await extension().activate();
    const registered = new Set(await commands.getCommands(true));
    const missing = contributes().commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
