import type { BackupRow, Question, RestoreRow } from '../../server/protocol';
import type { Ask } from '../../client/ask';
import type { TreeNode } from '../../client/tree/node';
import { Shelf } from '../../client/tree/shelf';
import type { TreeWorld } from '../../client/tree/world';

export const NOW = '2026-11-20T12:00:00Z';

/** Answers by method name; a method that nobody expected is a fault of the test. */
export type Answers = Record<string, (params: never) => unknown>;

export interface FakeWorld extends TreeWorld {
  /** What was asked, in order: `listTables {"region":"eu-west-1"}`. */
  asked: string[];
  answers: Answers;
  restores: RestoreRow[];
}

export function fakeWorld(answers: Answers): FakeWorld {
  const asked: string[] = [];
  const ask = (async ({ method }: Question<unknown, unknown>, params: never) => {
    const name = method.replace('ddbbackup/', '');
    asked.push(`${name} ${JSON.stringify(params)}`);
    const answer = world.answers[name];
    if (answer === undefined) throw new Error(`nobody expected ${name}`);
    return answer(params);
  }) as Ask;
  const world: FakeWorld = {
    ask,
    asked,
    answers,
    shelf: new Shelf(),
    restores: [],
    openRestores: () => world.restores,
    now: () => Date.parse(NOW),
  };
  return world;
}

export const ok = <T>(value: T) => ({ ok: true as const, value });
export const refused = (message: string, code = 'AccessDeniedException') => ({
  ok: false as const,
  refusal: { message, code, requestId: 'R-1' },
});

export function backupRow(given: Partial<BackupRow> = {}): BackupRow {
  return {
    backupArn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/01791504762511-2779fadd',
    backupName: 'before-migration',
    tableName: 'Orders',
    tableId: '7c2f1f6a-0000-4000-8000-000000000001',
    type: 'USER',
    status: 'AVAILABLE',
    createdAt: '2026-11-17T12:00:00Z',
    sizeBytes: 1_300_000,
    ...given,
  };
}

export function restoreRow(given: Partial<RestoreRow> = {}): RestoreRow {
  return {
    op: 'op-1',
    accountId: '123456789012',
    region: 'eu-west-1',
    target: 'Orders-restored',
    sourceTableName: 'Orders',
    state: 'restoring',
    words: 'Orders-restored is CREATING',
    startedAt: NOW,
    ...given,
  };
}

/** A tree as it reads on the screen: one line a row, indented, `label | description`. */
export async function drawn(nodes: readonly TreeNode[], depth = Infinity, indent = ''): Promise<string[]> {
  const lines: string[] = [];
  for (const node of nodes) {
    const { label, description } = node.appearance;
    lines.push(`${indent}${label}${description === undefined ? '' : ` | ${description}`}`);
    const children = depth > 1 ? ((await node.children?.()) ?? []) : [];
    lines.push(...(await drawn(children, depth - 1, `${indent}  `)));
  }
  return lines;
}
