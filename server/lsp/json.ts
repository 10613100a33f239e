import { getLanguageService } from 'vscode-json-languageservice';
import type { JSONSchema } from 'vscode-json-languageservice';
import { specSchema } from './schema';

/**
 * Keys are offered in the order of the table, those that must be there first, and last the one that people seldom write. The word for it is
 * the JSON service's own, so it is no part of the schema that ships.
 */
function inOrder(schema: JSONSchema): JSONSchema {
  const { properties, required = [] } = schema;
  for (const [index, [key, member]] of Object.entries(properties ?? {}).entries()) {
    const group = required.includes(key) ? 0 : key === '$schema' ? 2 : 1;
    if (typeof member === 'object') member.suggestSortText = `${group}${String(index).padStart(2, '0')}`;
  }
  const inner = [...Object.values(properties ?? {}), schema.items, schema.additionalProperties, schema.anyOf];
  for (const one of inner.flat()) if (typeof one === 'object') inOrder(one);
  return schema;
}

const text = JSON.stringify(inOrder(specSchema()));

/** The JSON service, fed with our schema. Its answers are about JSON alone: diagnostics and fixes are the core's. */
export const jsonService = getLanguageService({
  // Whatever `$schema` a file names, it is a spec: nothing is ever fetched for it.
  schemaRequestService: () => Promise.resolve(text),
});
jsonService.configure({
  validate: false,
  allowComments: true,
  schemas: [{ uri: 'ddbbackup:schema', fileMatch: ['*'], schema: inOrder(specSchema()) }],
});
