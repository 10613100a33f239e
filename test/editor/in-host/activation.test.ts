import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions } from 'vscode';

suite('activation', () => {
  test('the extension is present and activates without an error', async () => {
    const extension = extensions.getExtension('ddbbackup.ddbbackup');
    assert.ok(extension, 'VS Code did not load the extension ddbbackup.ddbbackup');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
