import { type QuickPickItem, window } from 'vscode';
import { listTables } from '../server/protocol';
import { granted } from './ask';
import { chosen, type Parts } from './commands/command';
import { regionName } from '../server/region-names';
import { shown, unlinked } from './text';
import { isTable } from './tree/kinds';

const MORE = '$(ellipsis) Load more…';

/** The table a command is about: the row it was called on, else asked for, Region first. */
export async function tableFor(
  given: unknown,
  title: string,
  parts: Pick<Parts, 'ask' | 'connection'>,
): Promise<{ region: string; table: string }> {
  if (isTable(given)) return { region: given.region, table: given.table };
  const region = await pickRegion(title, parts);
  return { region, table: await pickTable(title, region, parts) };
}

async function pickRegion(title: string, { connection }: Pick<Parts, 'connection'>): Promise<string> {
  const state = await connection.state();
  const regions = state.kind === 'ready' ? state.regions : [];
  const [only] = regions;
  if (only !== undefined && regions.length === 1) return only;
  const items = regions.map((label) => ({ label, description: regionName(label) ?? '' }));
  return chosen(await window.showQuickPick(items, { title: `${title} (1/2)`, placeHolder: 'Region' })).label;
}

async function pickTable(title: string, region: string, { ask }: Pick<Parts, 'ask'>): Promise<string> {
  const names: string[] = [];
  let more: string | undefined;
  for (;;) {
    const page = granted(await ask(listTables, { region, ...(more !== undefined && { more }) }));
    names.push(...page.rows.map((row) => row.name));
    ({ more } = page);
    const items: (QuickPickItem & { table?: string })[] = names.map((table) => ({
      label: unlinked(shown(table)),
      table,
    }));
    if (more !== undefined) items.push({ label: MORE, alwaysShow: true });
    const options = { title: `${title} (2/2)`, placeHolder: `Table in ${shown(region)}` };
    const { table } = chosen(await window.showQuickPick(items, options));
    if (table !== undefined) return table;
  }
}
