import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useSession } from '../harness/session';

const session = useSession();

test('the code of a problem opens the page of its rule, to be read', async () => {
  const { workbench, workspace, page } = session();
  await writeFile(path.join(workspace, 'linked.ddbbackup.json'), '{ "TargetTableNam": "Orders-2" }\n');
  await workbench.openFile('linked.ddbbackup.json');
  await workbench.showProblems();
  await page.locator('.markers-panel .monaco-list-row a', { hasText: 'unknown-key' }).click();
  await expect.poll(() => workbench.activeTab()).toContain('unknown-key.md');
  await expect.poll(() => workbench.editorText()).toContain('# unknown-key');
});
