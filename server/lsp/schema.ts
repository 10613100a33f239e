import type { JSONSchema } from 'vscode-json-languageservice';
import type { Member, NumberShape, ObjectShape, Shape, StringShape } from '../core/spec/kind';
import { specShape } from '../core/spec/shape';

/**
 * The table of keys as a JSON schema (draft 7 with the additions VS Code reads): completion and hover here, and `ddbbackup.schema.json`
 * for other editors. Everything it says stands in `core/spec/shape.ts`.
 */
export function specSchema(): JSONSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'DynamoDB restore spec',
    description:
      'One restore of a DynamoDB table: what RestoreTableFromBackup or RestoreTableToPointInTime is asked for.',
    allowComments: true,
    allowTrailingCommas: true,
    ...objectSchema(specShape),
    defaultSnippets: wholeSpecs(),
  };
}

/** What an empty file is filled with; a place to fill in is asked for by completion, which knows the account's names. */
function wholeSpecs(): NonNullable<JSONSchema['defaultSnippets']> {
  const Description = '${1:Why this table is restored}';
  const AfterRestore = { Default: '${5|FromSource,FromSnapshot,Skip|}' };
  return [
    {
      label: 'Restore from a backup',
      description:
        'A new table from a backup. What the backup does not record is copied from the source table.',
      body: { Description, BackupArn: '${2}', TargetTableName: '${3}', AfterRestore },
    },
    {
      label: 'Restore to a point in time',
      description: 'A new table as it was at a second of the last 35 days.',
      body: {
        Description,
        SourceTableArn: '${2}',
        RestoreDateTime: '${3}',
        TargetTableName: '${4}',
        AfterRestore,
      },
    },
    {
      label: 'Restore to another Region',
      description: 'A new table in another Region, encrypted with a key of that Region.',
      body: {
        Description,
        BackupArn: '${2}',
        Region: '${3}',
        TargetTableName: '${4}',
        SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: '${5}' },
      },
    },
  ];
}

function memberSchema({ shape, doc, link }: Member): JSONSchema {
  const more = link === undefined ? '' : `\n\n[AWS documentation](${link})`;
  return { ...shapeSchema(shape), description: doc, markdownDescription: `${asMarkdown(doc)}${more}` };
}

function shapeSchema(shape: Shape): JSONSchema {
  switch (shape.kind) {
    case 'string':
      return stringSchema(shape);
    case 'number':
      return numberSchema(shape);
    case 'boolean':
      return { type: 'boolean' };
    case 'list':
      return {
        type: 'array',
        items: shapeSchema(shape.of),
        ...(shape.minItems !== undefined && { minItems: shape.minItems }),
        ...(shape.maxItems !== undefined && { maxItems: shape.maxItems }),
      };
    case 'object':
      return objectSchema(shape);
    case 'map':
      return { type: 'object', additionalProperties: shapeSchema(shape.of) };
    case 'words-or':
      return { anyOf: [{ enum: [...shape.words] }, shapeSchema(shape.shape)] };
    case 'any':
    default:
      return {};
  }
}

function numberSchema({ integer, min, max, above, besides }: NumberShape): JSONSchema {
  const type = integer ? 'integer' : 'number';
  const range = {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
    ...(above !== undefined && { exclusiveMinimum: above }),
  };
  return besides === undefined ? { type, ...range } : { type, anyOf: [range, { enum: [...besides] }] };
}

function stringSchema(shape: StringShape): JSONSchema {
  return {
    type: 'string',
    ...(shape.values && { enum: [...shape.values] }),
    ...(shape.pattern && {
      pattern: shape.pattern.regex.source,
      patternErrorMessage: `Expected: ${shape.pattern.words}.`,
    }),
    ...(shape.minLength !== undefined && { minLength: shape.minLength }),
    ...(shape.maxLength !== undefined && { maxLength: shape.maxLength }),
  };
}

function objectSchema({ members }: ObjectShape): JSONSchema {
  const required = Object.keys(members).filter((key) => members[key]?.required);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(members).map(([key, member]) => [key, memberSchema(member)]),
    ),
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}

/** Our own texts, written as plain text: what Markdown would take for a mark is escaped, a new line stays one. */
function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#+\-.!|]/g, String.raw`\$&`).replaceAll('\n', '  \n');
}
