import type { Path } from '../../core/spec/path';
import { accountValues } from './account-values';
import { backupValues } from './backup-values';
import { attributeValues, indexBlockValues, indexListValues, indexNameValues } from './index-values';
import { keyValues } from './key-values';
import { regionValues } from './region-values';
import { none, type LiveValues, type Scene } from './scene';
import { sampleKeyValues, tagValues, timeToLiveValues } from './setting-values';
import { sourceArnValues, sourceNameValues, targetNameValues } from './table-values';
import { momentValues } from './moment-values';

type Values = (scene: Scene) => LiveValues;

/** Where values come from that only the account or the clock knows. `*` stands for the number of an entry. */
const sources: ReadonlyMap<string, Values> = new Map<string, Values>([
  ['BackupArn', backupValues],
  ['SourceTableName', sourceNameValues],
  ['SourceTableArn', sourceArnValues],
  ['TargetTableName', targetNameValues],
  ['Region', regionValues],
  ['AccountId', accountValues],
  ['RestoreDateTime', momentValues],
  ...['GlobalSecondaryIndexOverride', 'LocalSecondaryIndexOverride', 'VectorIndexOverride'].flatMap(
    (list): [string, Values][] => [
      [list, indexListValues],
      [`${list}/*`, indexBlockValues],
      [`${list}/*/IndexName`, indexNameValues],
      [`${list}/*/KeySchema/*/AttributeName`, attributeValues],
      [`${list}/*/Projection/NonKeyAttributes/*`, attributeValues],
      [`${list}/*/VectorAttribute/AttributeName`, attributeValues],
      [`${list}/*/SearchSchema/*/AttributeName`, attributeValues],
    ],
  ),
  ['AfterRestore/TimeToLiveSpecification/AttributeName', timeToLiveValues],
  ['AfterRestore/Tags', tagValues],
  ['AfterRestore/ContributorInsights/*/IndexName', indexNameValues],
  ['AfterRestore/ScalableTargets/*/IndexName', indexNameValues],
  ['AfterRestore/Replicas/*/RegionName', regionValues],
  ['AfterRestore/Replicas/*/KMSMasterKeyId', keyValues],
  ['SSESpecificationOverride/KMSMasterKeyId', keyValues],
  ['Verify/SampleKeys/*', sampleKeyValues],
]);

/** Values that only the account knows, for a place in a spec: from what was learnt before, never waited for. */
export function liveValues(scene: Scene): LiveValues {
  return sources.get(pattern(scene.path))?.(scene) ?? none;
}

function pattern(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');
}
