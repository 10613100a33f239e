import type { Plan } from '../plan';
import { jsonText } from './json-text';
import { planDiff } from './plan-diff';
import { plainPaint, type Paint } from './problems-text';
import { plainText } from '../plain-text';

/** The plan for a terminal: what is sent where, what the table will be, what is done after, what stays with the user. */
export function planText(plan: Plan, paint: Paint = plainPaint): string {
  const lines = [
    ...headLines(plan),
    '',
    ...diffLines(plan, paint),
    ...section(
      'After the table is ACTIVE:',
      plan.steps.map(({ words }) => words),
      '  ',
    ),
    ...section(
      'Stays behind:',
      plan.staysBehind.map(({ setting, words }) => `${setting}: ${words}`),
      '  ',
    ),
    ...section(
      'Warnings:',
      plan.warnings.map(({ message }) => message),
      '  ! ',
    ),
    ...section(
      'Not checked:',
      plan.unchecked.map(({ title }) => title),
      '  ? ',
    ),
    ...section('Note:', plan.notes, '  '),
    '',
    'Request:',
    jsonText(plan.input),
  ];
  return `${lines.join('\n')}\n`;
}

export function planHead(plan: Plan): string[] {
  const latest = plan.input['UseLatestRestorableTime'] === true;
  const time = latest ? 'the latest restorable time' : String(plan.input['RestoreDateTime']);
  const source =
    plan.operation === 'RestoreTableFromBackup'
      ? `backup ${String(plan.input['BackupArn'])}`
      : `table ${plan.sourceTableName} at ${time}`;
  return [source, plan.input.TargetTableName, plan.accountId, plan.region].map((text) =>
    plainText(text, 500),
  );
}

function headLines(plan: Plan): string[] {
  const [source, target, account, region] = planHead(plan);
  const from = plan.sourceRegion === plan.region ? '' : ` (from ${plan.sourceRegion})`;
  return [
    `Restore   ${source}`,
    `To        table ${target}`,
    `Account   ${account}`,
    `Region    ${region}${from}`,
    `Call      ${plan.operation}, sent once`,
  ];
}

function diffLines(plan: Plan, paint: Paint): string[] {
  const rows = planDiff(plan.recorded, plan.restored).map((row) => ({
    ...row,
    setting: plainText(row.setting, 60),
    recorded: plainText(row.recorded, 400),
    restored: plainText(row.restored, 400),
  }));
  const settings = Math.max(...rows.map(({ setting }) => setting.length), 0);
  const lines = rows.flatMap(({ setting, recorded, restored, same }) => {
    const name = setting.padEnd(settings);
    if (same) return [paint('faint', `    ${name}  ${restored}`)];
    return [paint('error', `  - ${name}  ${recorded}`), paint('good', `  + ${name}  ${restored}`)];
  });
  return ['The table (- as recorded, or as the source table is today; + as it will be made):', ...lines];
}

function section(title: string, entries: readonly string[], bullet: string): string[] {
  return entries.length === 0
    ? []
    : ['', title, ...entries.map((entry) => `${bullet}${plainText(entry, 500)}`)];
}
