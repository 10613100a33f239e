import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  type CodeAction,
  type CodeLens,
  commands,
  type CompletionList,
  type DocumentSymbol,
  type Hover,
  type TextEdit,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { codeOf, contributes, eventually, openSpec, problemsOf, rangeOf } from './window';

const ARN = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd';
const BROKEN = `{
  // Why this is done.
  "BackupArn": "${ARN}",
  "TargetTableNam": "Orders-again", // kept
  "BillingModeOverride": "PAY_PER_REQUES"
}
`;

async function fixesAt(...args: [uri: unknown, range: unknown]): Promise<CodeAction[]> {
  // Right after a file was opened VS Code may not know its providers yet.
  return eventually(
    () => commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', ...args, 'quickfix'),
    (actions) => actions.length > 0,
  );
}

suite('the language', () => {
  test('a *.ddbbackup.json is a DynamoDB Restore Spec, with a grammar of its own', async () => {
    const document = await openSpec('grammar', '{\n  // why\n  "TargetTableName": "abc"\n}\n');
    assert.equal(document.languageId, 'ddbbackup');
    assert.deepEqual(
      contributes().grammars.map(({ language, scopeName }) => [language, scopeName]),
      [['ddbbackup', 'source.json.ddbbackup']],
    );
  });

  test('a comment and a comma at the end are no problems', async () => {
    const document = await openSpec(
      'comments',
      `{\n  // why\n  "BackupArn": "${ARN}",\n  "TargetTableName": "x",\n}\n`,
    );
    const problems = await problemsOf(document, 'out-of-range');
    assert.equal(
      problems.some((one) => codeOf(one) === 'syntax'),
      false,
    );
  });

  test('a problem stands at its place, with a code that links to its page', async () => {
    const document = await openSpec('broken', BROKEN);
    const problems = await problemsOf(document, 'unknown-key', 'bad-enum');
    const misspelt = problems.find((one) => codeOf(one) === 'unknown-key');
    assert.deepEqual(misspelt?.range, rangeOf(document, '"TargetTableNam"'));
    assert.equal(misspelt.source, 'ddbbackup');
    const { code } = misspelt;
    assert.ok(typeof code === 'object' && code.target.toString().includes('rules'));
    assert.deepEqual(
      problems.find((one) => codeOf(one) === 'bad-enum')?.range,
      rangeOf(document, '"PAY_PER_REQUES"'),
    );
  });

  test('a quick fix changes what it names, and neither comments nor neighbours', async () => {
    const document = await openSpec('fixed', BROKEN);
    await problemsOf(document, 'unknown-key');
    const actions = await fixesAt(document.uri, rangeOf(document, '"TargetTableNam"'));
    const rename = actions.find(({ title }) => title === 'Rename to TargetTableName');
    assert.ok(rename?.edit, `offered: ${actions.map(({ title }) => title).join('; ')}`);
    assert.equal(rename.isPreferred, true);
    assert.ok(await workspace.applyEdit(rename.edit));
    assert.equal(document.getText(), BROKEN.replace('TargetTableNam', 'TargetTableName'));
    await eventually(
      async () => (await problemsOf(document)).map(codeOf),
      (codes) => !codes.includes('unknown-key'),
    );
  });

  test('"fix all" mends all that has one right answer', async () => {
    const document = await openSpec('fixed-all', BROKEN);
    await problemsOf(document, 'unknown-key', 'bad-enum');
    await commands.executeCommand('editor.action.fixAll');
    const mended = BROKEN.replace('TargetTableNam', 'TargetTableName').replace('REQUES"', 'REQUEST"');
    await eventually(
      () => document.getText(),
      (text) => text === mended,
    );
  });

  test('completion offers the keys that fit, without a doubled quote', async () => {
    const document = await openSpec('completion', '{\n  "AfterRestore": { "" }\n}\n');
    const inside = rangeOf(document, '""').start.translate(0, 1);
    const { items } = await eventually(
      () =>
        commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, inside),
      (list) => list.items.length > 0,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const key of ['Default', 'Tags', 'TimeToLiveSpecification']) assert.ok(labels.includes(key), key);
    assert.equal(labels.includes('BackupArn'), false);
  });

  test('hover explains a key and links to the documentation of AWS', async () => {
    const document = await openSpec('hover', '{\n  "TargetTableName": "Orders-again"\n}\n');
    const hovers = await eventually(
      () =>
        commands.executeCommand<Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          rangeOf(document, 'TargetTableName').start,
        ),
      (all) => all.length > 0,
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((one) => (typeof one === 'string' ? one : one.value)),
    );
    assert.match(words.join('\n'), /Name of the new table.*docs\.aws\.amazon\.com/s);
  });

  test('formatting puts each key on its line and keeps comments', async () => {
    const document = await openSpec(
      'format',
      '{ "BackupArn": "x", // why\n"TargetTableName":"Orders-again"}\n',
    );
    const edits = await eventually(
      () =>
        commands.executeCommand<TextEdit[] | undefined>(
          'vscode.executeFormatDocumentProvider',
          document.uri,
          {
            tabSize: 2,
            insertSpaces: true,
          },
        ),
      (all) => (all ?? []).length > 0,
    );
    const change = new WorkspaceEdit();
    change.set(document.uri, edits ?? []);
    assert.ok(await workspace.applyEdit(change));
    assert.equal(
      document.getText(),
      '{\n  "BackupArn": "x", // why\n  "TargetTableName": "Orders-again"\n}\n',
    );
  });

  test('a line above the spec offers to plan and to restore it', async () => {
    const document = await openSpec('lenses', '{\n}\n');
    const lenses = await eventually(
      () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10),
      (all) => all.length === 2,
    );
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command, command?.arguments]),
      [
        ['Plan Restore', 'ddbbackup.planRestore', [document.uri.toString()]],
        ['Restore…', 'ddbbackup.restore', [document.uri.toString()]],
      ],
    );
  });

  test('keys are symbols, nested', async () => {
    const document = await openSpec('symbols', '{\n  "AfterRestore": { "Default": "Skip" }\n}\n');
    const symbols = await eventually(
      () =>
        commands.executeCommand<DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (all) => (all ?? []).length > 0,
    );
    assert.deepEqual(
      symbols?.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [['AfterRestore', ['Default']]],
    );
  });
});
