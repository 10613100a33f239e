import { QuickInputButtons, type QuickPickItem, window } from 'vscode';
import { chosen } from './commands/command';
import { REGION_NAMES } from '../server/region-names';

/** The user wants the step before. */
export const StepBack = Symbol('step back');

/** The form of a Region's name in every partition, as the CLI checks it: newer ones than we know can be typed. */
const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/;

/** Several Regions; those in use first and ticked. */
export async function pickRegions(
  ticked: readonly string[],
  placeholder: string,
): Promise<string[] | typeof StepBack> {
  const pick = window.createQuickPick();
  pick.title = 'Choose Connection (2/2)';
  pick.placeholder = placeholder;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.buttons = [QuickInputButtons.Back];
  pick.items = items(ticked);
  pick.selectedItems = pick.items.filter((item) => ticked.includes(item.label));

  const answer = await new Promise<string[] | typeof StepBack | undefined>((resolve) => {
    pick.onDidTriggerButton(() => resolve(StepBack));
    pick.onDidHide(() => resolve(undefined));
    pick.onDidChangeValue((typed) => {
      const known = pick.items.some((item) => item.label === typed);
      if (known || !REGION.test(typed)) return;
      const { selectedItems } = pick;
      pick.items = [{ label: typed, description: 'as typed' }, ...pick.items];
      pick.selectedItems = selectedItems;
    });
    pick.onDidAccept(() => {
      const labels = pick.selectedItems.map((item) => item.label);
      if (labels.length > 0) return resolve(labels);
      pick.placeholder = 'Tick at least one Region';
    });
    pick.show();
  }).finally(() => pick.dispose());
  return chosen(answer);
}

function items(ticked: readonly string[]): QuickPickItem[] {
  const names = [...ticked, ...Object.keys(REGION_NAMES).filter((region) => !ticked.includes(region))];
  return names.map((label) => {
    const description = REGION_NAMES[label];
    return { label, ...(description !== undefined && { description }) };
  });
}
