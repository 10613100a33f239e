import type { JSONSchema } from 'vscode-json-languageservice';
import type { Member, ObjectShape, Shape, StringShape } from '../core/spec/kind';
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
    defaultSnippets: [
      {
        label: 'Restore from a backup',
        description: 'A spec that restores an on-demand backup under a new name',
        body: { BackupArn: '${1}', TargetTableName: '${2}', AfterRestore: { Default: 'FromSource' } },
      },
      {
        label: 'Restore to a point in time',
        description: 'A spec that restores a table as it was at a moment',
        body: {
          SourceTableArn: '${1}',
          RestoreDateTime: '${2}',
          TargetTableName: '${3}',
          AfterRestore: { Default: 'FromSource' },
        },
      },
    ],
  };
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
      return {
        type: shape.integer ? 'integer' : 'number',
        ...(shape.min !== undefined && { minimum: shape.min }),
        ...(shape.max !== undefined && { maximum: shape.max }),
        ...(shape.above !== undefined && { exclusiveMinimum: shape.above }),
      };
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
