import type { KeyMetadata } from '../core/facts';
import type { Listed } from './catalogue';

interface KeyNames {
  aliases: string[];
  described: KeyMetadata | undefined;
  /** Some of it is on its way. */
  more: boolean;
}

/**
 * What is known of the KMS key that a spec names by id, ARN, alias or alias ARN. What is not known yet is asked for in the background: an
 * alias that is still being typed only when the list has it.
 */
export function keyNames(region: string, key: string, listed: Listed): KeyNames {
  const isListed = listed.settled({ list: 'aliases', region });
  const aliases = listed.aliases(region);
  const named = aliases.find(({ AliasName, AliasArn }) => AliasName === key || AliasArn === key);
  const id = named?.TargetKeyId ?? wholeId(key);
  // The ARN, where it is written: a key of another account is not found by its id.
  const asked = named === undefined && key.startsWith('arn:') ? key : id;
  const isDescribed =
    id === undefined || asked === undefined || listed.settled({ list: 'key', region, key: asked });
  return {
    aliases: aliases
      .filter(({ TargetKeyId }) => id !== undefined && TargetKeyId === id)
      .map(({ AliasName }) => AliasName),
    described: asked === undefined ? undefined : listed.key(region, asked),
    more: !isListed || !isDescribed,
  };
}

function wholeId(key: string): string | undefined {
  return /^(?:arn:[^:]+:kms:[^:]+:\d{12}:key\/)?((?:mrk-)?[0-9A-Fa-f-]{32,36})$/.exec(key)?.[1];
}
