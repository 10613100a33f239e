import { plain } from '../../core/explain';
import { recordedIn } from './index-values';
import { all, none, type LiveValues, type Scene } from './scene';

/** The attribute that the source expires its items by; before it was known, nothing is guessed. */
export function timeToLiveValues(scene: Scene): LiveValues {
  const features = recordedIn(scene)?.features;
  const recorded = typeof features === 'object' ? features.timeToLive?.AttributeName : undefined;
  const { sourceTimeToLive: live } = scene.facts;
  const name = recorded ?? (typeof live === 'object' ? live.AttributeName : undefined);
  return name === undefined ? none : all([{ label: plain(name), value: name, right: 'as in the source' }]);
}

/** The source's own tags, to be changed; those of AWS cannot be set. */
export function tagValues({ facts }: Scene): LiveValues {
  if (typeof facts.sourceTags === 'string') return none;
  const tags = facts.sourceTags.filter(({ Key }) => !Key.startsWith('aws:'));
  if (tags.length === 0) return none;
  const label = tags.length === 1 ? 'The tag of the source' : `The ${tags.length} tags of the source`;
  return all([{ label, value: tags, detail: plain(tags.map(({ Key }) => Key).join(', ')) }]);
}

/** The key of an item, its values to be filled in. */
export function sampleKeyValues(scene: Scene): LiveValues {
  const recorded = recordedIn(scene);
  if (recorded === undefined) return none;
  const types = new Map(
    typeof scene.facts.source === 'string'
      ? []
      : (scene.facts.source.AttributeDefinitions ?? []).map(
          (one) => [one.AttributeName, one.AttributeType] as const,
        ),
  );
  const names = recorded.keySchema.map(({ AttributeName }) => AttributeName);
  const value = Object.fromEntries(names.map((name) => [name, { [types.get(name) ?? 'S']: '' }]));
  return all([{ label: 'Key of an item', value, right: names.map(plain).join(' + ') }]);
}
