import { getLanguageService } from 'vscode-json-languageservice';
import { specSchema } from './schema';

/** The JSON service, fed with our schema. Its answers are about JSON alone: diagnostics and fixes are the core's. */
export const jsonService = getLanguageService({
  // Whatever `$schema` a file names, it is a spec: nothing is ever fetched for it.
  schemaRequestService: () => Promise.resolve(JSON.stringify(specSchema())),
});
jsonService.configure({
  validate: false,
  allowComments: true,
  schemas: [{ uri: 'ddbbackup:schema', fileMatch: ['*'], schema: specSchema() }],
});
