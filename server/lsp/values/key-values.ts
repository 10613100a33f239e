import { plain } from '../../core/explain';
import { parseKmsKey } from '../../core/spec/arn';
import { destinationRegion } from '../../core/spec/request';
import { stringAt } from '../../core/spec/tree';
import { none, type LiveValues, type Scene } from './scene';

/**
 * Keys of the Region where the key is used: each by its alias, which outlives a key that is replaced, and by its ARN, which stays what it
 * is. Those of AWS are left out: the one of DynamoDB is the default that is not to be named, the others are refused (API_SSESpecification).
 */
export function keyValues(scene: Scene): LiveValues {
  const region = regionOf(scene);
  if (region === undefined) return none;
  const { listed } = scene;
  const more = !listed.settled({ list: 'aliases', region });
  const own = listed.aliases(region).filter(({ AliasName }) => !AliasName.startsWith('alias/aws/'));
  const byAlias = own.map(({ AliasName, TargetKeyId = '' }) => ({
    label: plain(AliasName),
    value: AliasName,
    ...(TargetKeyId.startsWith('mrk-') ? { right: 'multi-Region key' } : {}),
    detail: `Key ${plain(TargetKeyId)} in ${region}`,
  }));
  const byArn = own.flatMap(({ AliasName, AliasArn, TargetKeyId = '' }) => {
    const arn = keyArn(AliasArn, TargetKeyId);
    return arn === undefined
      ? []
      : [{ label: plain(AliasName), value: arn, beside: 'as the ARN of the key', detail: plain(arn) }];
  });
  return { values: [...byAlias, ...byArn], more };
}

function regionOf({ spec, path, facts }: Scene): string | undefined {
  if (path[1] !== 'Replicas') return destinationRegion(spec, facts);
  return stringAt(spec, [...path.slice(0, -1), 'RegionName']);
}

/** A key lies where its alias does. */
function keyArn(aliasArn: string, keyId: string): string | undefined {
  const alias = parseKmsKey(aliasArn);
  if (alias.kind !== 'alias-arn') return undefined;
  return `arn:${alias.partition}:kms:${alias.region}:${alias.account}:key/${keyId}`;
}
