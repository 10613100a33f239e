// A sample key is read once and reported once. The same key again proves nothing more; perhaps another one was meant.
import type { Node } from '../spec/node';
import { partsAt, properties } from '../spec/tree';
import type { Rule } from './rule';

export const sampleKeyTwice: Rule = {
  code: 'sample-key-twice',
  severity: 'warning',
  because: 'surprise',
  needs: [],
  title: 'no sample key is listed twice',
  *find(spec) {
    const seen = new Set<string>();
    for (const { path, node } of partsAt(spec, ['Verify', 'SampleKeys'])) {
      const key = likeness(node);
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      yield {
        at: { path, part: 'value' },
        message: 'The same key stands further up; reading it twice proves nothing more.',
        fixes: [{ title: 'Remove this key', edits: [{ kind: 'remove', path }], preferred: true }],
      };
    }
  },
};

/** A text that is the same for the same data, in whatever order its members stand. Lengths keep neighbours apart. */
function likeness(node: Node): string {
  if (node.type === 'array') return `[${node.children.map(likeness).join('')}]`;
  if (node.type !== 'object') return `${node.type}${String(node.value).length}:${node.value}`;
  const members = properties(node).map(
    ({ key, value }) => `${key.length}:${key}${value ? likeness(value) : ''}`,
  );
  return `{${members.toSorted().join('')}}`;
}
