import type { Facts } from '../core/facts';
import { parseBackupArn, parseKmsKey, parseTableArn, type BackupArn, type TableArn } from '../core/spec/arn';
import { indexLists, type IndexList } from '../core/spec/indexes';
import { parseIsoTime } from '../core/spec/iso-time';
import type { Path } from '../core/spec/path';
import { destinationRegion } from '../core/spec/request';
import type { Spec } from '../core/spec/spec';
import { entriesAt, stringAt } from '../core/spec/tree';

/** A thing that a value of a spec names. */
export type Named =
  | { kind: 'backup'; text: string; arn: BackupArn }
  | { kind: 'table'; side: 'source' | 'target'; region: string | undefined; name: string; arn?: TableArn }
  | { kind: 'index'; list: IndexList; name: string }
  | { kind: 'key'; region: string; key: string }
  | { kind: 'moment'; ms: number }
  | { kind: 'region'; region: string }
  | { kind: 'snapshot'; file: string };

/** What the value at a path names; undefined where it names nothing, or is not whole yet. */
export function namedAt(spec: Spec, path: Path, facts: Facts): Named | undefined {
  const text = stringAt(spec, path);
  if (text === undefined) return undefined;
  const [top, ...rest] = path;
  if (rest.length === 0) return topLevel(String(top), text, spec, facts);
  const last = rest.at(-1);
  if (last === 'KMSMasterKeyId') return keyNamed(text, keyRegion(spec, path, facts));
  if (last === 'RegionName') return { kind: 'region', region: text };
  if (last === 'SettingsSnapshot' && top === 'AfterRestore') return { kind: 'snapshot', file: text };
  const list = indexLists.find((one) => one === top);
  if (last !== 'IndexName') return undefined;
  if (list !== undefined) return { kind: 'index', list, name: text };
  return top === 'AfterRestore'
    ? { kind: 'index', list: 'GlobalSecondaryIndexOverride', name: text }
    : undefined;
}

/** The paths whose values name something that they do not show, in the order of the table of keys. */
export function pathsOfNames(spec: Spec): Path[] {
  return [
    ...['BackupArn', 'SourceTableArn', 'RestoreDateTime'].map((key) => [key]),
    ['SSESpecificationOverride', 'KMSMasterKeyId'],
    ...entriesAt(spec, ['AfterRestore', 'Replicas']).map((entry) => [...entry, 'KMSMasterKeyId']),
  ];
}

function topLevel(key: string, text: string, spec: Spec, facts: Facts): Named | undefined {
  const table = (side: 'source' | 'target'): Named => {
    return { kind: 'table', side, region: destinationRegion(spec, facts), name: text };
  };
  switch (key) {
    case 'BackupArn': {
      const arn = parseBackupArn(text);
      return arn && { kind: 'backup', text, arn };
    }
    case 'SourceTableArn': {
      const arn = parseTableArn(text);
      return arn && { kind: 'table', side: 'source', region: arn.region, name: arn.table, arn };
    }
    case 'SourceTableName':
      return table('source');
    case 'TargetTableName':
      return table('target');
    case 'RestoreDateTime': {
      const ms = parseIsoTime(text);
      return ms === undefined ? undefined : { kind: 'moment', ms };
    }
    case 'Region':
      return { kind: 'region', region: text };
    default:
      return undefined;
  }
}

/** A replica's key lies in the replica's Region, the new table's in the destination. */
function keyRegion(spec: Spec, path: Path, facts: Facts): string | undefined {
  return path[1] === 'Replicas'
    ? stringAt(spec, [...path.slice(0, -1), 'RegionName'])
    : destinationRegion(spec, facts);
}

function keyNamed(key: string, where: string | undefined): Named | undefined {
  const form = parseKmsKey(key);
  if (form.kind === 'other') return undefined;
  const region = 'region' in form ? form.region : where;
  return region === undefined ? undefined : { kind: 'key', region, key };
}
