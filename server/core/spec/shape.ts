import { afterRestoreShape } from './after-restore-shape';
import type { Member, ObjectShape, Shape } from './kind';
import { requestMembers } from './request-shape';

export type { Member, ObjectShape, Shape } from './kind';

/**
 * The table of keys: every key a spec may hold. Drives the shape rules, the JSON schema for editors, and a test against the SDK's model.
 * Top level = the union of the RestoreTableFromBackup and RestoreTableToPointInTime requests, and our own keys.
 */
export const specShape: ObjectShape = {
  kind: 'object',
  members: {
    $schema: {
      own: true,
      shape: { kind: 'string' },
      doc: 'JSON schema for editors that do not know this file type.',
    },
    Description: {
      own: true,
      shape: { kind: 'string', maxLength: 4096 },
      doc: 'Why this restore is done. For people; never sent.',
    },
    AccountId: {
      own: true,
      shape: { kind: 'string', pattern: { regex: /^\d{12}$/, words: 'twelve digits' } },
      doc: 'The account this restore is meant for, twelve digits in quotes.\nSigned in to another account, nothing is sent.',
    },
    Region: {
      own: true,
      shape: {
        kind: 'string',
        pattern: { regex: /^[a-z]{2,}(-[a-z]+)+-\d+$/, words: 'a Region code such as "eu-west-1"' },
      },
      doc: 'Destination Region: where the new table will stand.\nDefault: the Region in the ARN of the source.',
    },
    ...requestMembers,
    AfterRestore: {
      own: true,
      shape: afterRestoreShape,
      doc: 'Settings that a restore leaves behind, put back once the table is ACTIVE.\nEach one written out, or "FromSource", "FromSnapshot" or "Skip".',
    },
    Verify: {
      own: true,
      shape: {
        kind: 'object',
        members: {
          CompareSettings: {
            shape: { kind: 'boolean' },
            doc: 'Compare the new table with the plan, setting by setting. Default: true.',
          },
          SampleKeys: {
            shape: { kind: 'list', maxItems: 100, of: { kind: 'map', of: keyValueShape() } },
            doc: 'Keys of items that must be there, in DynamoDB JSON; at most 100.\nThey are read from the new table and reported.',
          },
        },
      },
      doc: 'How the restored table is proved.',
    },
    RecoveryTimeObjectiveMinutes: {
      own: true,
      shape: { kind: 'number', integer: false, above: 0, max: 525_600 },
      doc: 'The restore should be finished within this many minutes.\nMissing it is reported, nothing is stopped.',
    },
    Drill: {
      own: true,
      shape: {
        kind: 'object',
        members: {
          NamePrefix: {
            required: true,
            shape: {
              kind: 'string',
              minLength: 1,
              maxLength: 200,
              pattern: { regex: /^[a-zA-Z0-9_.-]+$/, words: 'letters, digits, "_", "-" and "."' },
            },
            doc: 'The name of a drill table must begin with this: only such tables are ever deleted.',
          },
          DeleteTableAfterVerify: {
            shape: { kind: 'boolean' },
            doc: 'Delete the drill table after it was verified. Default: true.',
          },
          MaxTableSizeGiB: {
            shape: { kind: 'number', integer: false, above: 0, max: 1_000_000 },
            doc: 'Do not drill with a table larger than this: a restore is paid by the GiB.',
          },
        },
      },
      doc: 'Makes this file a rehearsal: restore, verify, delete.',
    },
  },
};

/** The attribute value of a key: string, number (as a string) or binary (base64). */
function keyValueShape(): ObjectShape {
  const link = 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html';
  return {
    kind: 'object',
    members: {
      S: { shape: { kind: 'string', minLength: 1 }, doc: 'A string.', link },
      N: {
        shape: {
          kind: 'string',
          pattern: { regex: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/, words: 'a number, in quotes' },
        },
        doc: 'A number, written as a string.',
        link,
      },
      B: {
        shape: {
          kind: 'string',
          minLength: 1,
          pattern: {
            regex: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
            words: 'base64: groups of four characters, the last one filled up with "="',
          },
        },
        doc: 'Bytes, in base64.',
        link,
      },
    },
  };
}

/** The member of an object shape called `key`; safe for keys such as `__proto__` and `constructor`. */
export function memberOf(shape: ObjectShape, key: string): Member | undefined {
  return Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
}

/** Is this top-level key ours, that is, not part of the AWS request? */
export function isOwnKey(key: string): boolean {
  return memberOf(specShape, key)?.own === true;
}

/** The shape that belongs at a path of a spec, and the member that introduces it; undefined where no key of the table leads. */
export function shapeAt(path: readonly (string | number)[]): { shape: Shape; member?: Member } | undefined {
  let found: { shape: Shape; member?: Member } = { shape: specShape };
  for (const step of path) {
    const shape = found.shape.kind === 'words-or' ? found.shape.shape : found.shape;
    const next = stepInto(shape, step);
    if (!next) return undefined;
    found = next;
  }
  return found;
}

function stepInto(shape: Shape, step: string | number): { shape: Shape; member?: Member } | undefined {
  if (shape.kind === 'any') return { shape };
  if (shape.kind === 'list') return typeof step === 'number' ? { shape: shape.of } : undefined;
  if (typeof step === 'number') return undefined;
  if (shape.kind === 'map') return { shape: shape.of };
  if (shape.kind !== 'object') return undefined;
  const member = memberOf(shape, step);
  return member && { shape: member.shape, member };
}
