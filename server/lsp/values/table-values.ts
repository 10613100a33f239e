import { plain } from '../../core/explain';
import { formatTableArn, parseBackupArn, parseTableArn, partitionOf } from '../../core/spec/arn';
import { formatIsoTime, parseIsoTime } from '../../core/spec/iso-time';
import { destinationRegion, sourceTableName } from '../../core/spec/request';
import { stringAt } from '../../core/spec/tree';
import { callerOf } from './account-values';
import { none, type LiveValue, type LiveValues, type Scene } from './scene';

const LONGEST_NAME = 255;
const MOST_TRIES = 50;

/** Tables of the destination, where a table is looked up by its name; of all chosen Regions while there is none. */
export function sourceNameValues(scene: Scene): LiveValues {
  const destination = destinationRegion(scene.spec, scene.facts);
  const regions = destination === undefined ? scene.regions : [destination];
  const values = regions.flatMap((region) =>
    scene.listed.tables(region).map((name) => ({ label: plain(name), value: name, right: region })),
  );
  return { values, more: asking(scene, regions) };
}

/** ListTables answers names: their ARNs need the account, which is asked for once. */
export function sourceArnValues(scene: Scene): LiveValues {
  const { listed, regions } = scene;
  const { caller, more } = callerOf(scene);
  const named = regions.flatMap((region) => {
    const partition = partitionOf(region);
    if (caller === undefined || partition === undefined) return [];
    return listed
      .tables(region)
      .map((table) => formatTableArn({ partition, region, account: caller.Account, table }));
  });
  const ofBackups = listed.backups().flatMap(({ BackupArn }) => {
    const arn = parseBackupArn(BackupArn);
    return arn === undefined ? [] : [formatTableArn(arn)];
  });
  const values = [...new Set([...named, ...(named.length === 0 ? ofBackups : [])])].map(tableArnValue);
  return { values, more: asking(scene, regions) || more };
}

function tableArnValue(text: string): LiveValue {
  const { table, region } = parseTableArn(text) ?? { table: text, region: '' };
  const label = plain(table);
  return { label, value: text, right: region, detail: plain(text), search: `${table.slice(0, 40)} ${text}` };
}

/** Names that no known table has: the source's own, one that says what it is, one that says of when. */
export function targetNameValues(scene: Scene): LiveValues {
  const { spec, facts, listed } = scene;
  const table = sourceTableName(spec);
  if (table === undefined) return none;
  const region = destinationRegion(spec, facts);
  const prefix = stringAt(spec, ['Drill', 'NamePrefix']) ?? '';
  const taken = new Set(region === undefined ? [] : listed.tables(region));
  const more = region !== undefined && asking(scene, [region]);
  // While the whole list is not here nobody knows whether the source's own name is free.
  const isFree = !more && region !== undefined && listed.hasAllTables(region) && !taken.has(prefix + table);
  const own = {
    name: prefix + table,
    beside: isFree ? 'the name of the source, free now' : 'the name of the source',
  };
  const moment = momentOf(scene);
  const names = [
    ...(isFree || (prefix !== '' && !taken.has(own.name)) ? [own] : []),
    { name: freeName(prefix, table, '-restored', taken), beside: undefined },
    ...(moment === undefined
      ? []
      : [{ name: freeName(prefix, table, `-${moment}`, taken), beside: 'the day that is restored' }]),
  ];
  return { values: names.map(targetName), more };
}

function targetName({ name, beside }: { name: string; beside: string | undefined }): LiveValue {
  return { label: plain(name), value: name, ...(beside === undefined ? {} : { beside }) };
}

function freeName(prefix: string, table: string, suffix: string, taken: ReadonlySet<string>): string {
  const named = (number: number): string => {
    const end = number === 1 ? suffix : `${suffix}-${number}`;
    return `${(prefix + table).slice(0, LONGEST_NAME - end.length)}${end}`;
  };
  for (let number = 1; number <= MOST_TRIES; number++) if (!taken.has(named(number))) return named(number);
  return named(1);
}

/** The day that is restored, `2026-11-20`. */
function momentOf({ spec }: Scene): string | undefined {
  const backup = stringAt(spec, ['BackupArn']);
  const ofBackup = backup === undefined ? undefined : parseBackupArn(backup)?.createdAtMs;
  const ms = ofBackup ?? parseIsoTime(stringAt(spec, ['RestoreDateTime']) ?? '');
  return ms === undefined ? undefined : formatIsoTime(ms).slice(0, 10);
}

function asking({ listed }: Scene, regions: readonly string[]): boolean {
  return regions.filter((region) => !listed.settled({ list: 'tables', region })).length > 0;
}
