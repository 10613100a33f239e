/** PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy, on tables and streams. Kept and read back, not enforced. */
import { parseArn } from '../state/arn';
import { isBeingRestored, statusOf, type PolicyState, type Table } from '../state/table';
import { ApiError, inUse, invalid, resourceNotFound } from '../wire/error';
import { notKnown } from '../wire/gaps';
import { flag, may, must, record, text, type Infer } from '../wire/shape';
import { accessDenied, tableOfResource } from './locate';
import { operation, type Call, type Operation } from './operation';
import { grantsEveryone, locksOut, storedDocument } from './policy-document';
import { freeText } from './shapes';

const putInput = record({
  ResourceArn: must(freeText),
  Policy: must(text({ min: 1 })),
  ExpectedRevisionId: may(freeText),
  ConfirmRemoveSelfResourceAccess: may(flag),
});

interface Place {
  readonly table: Table;
  readonly state: PolicyState;
  /** As the texts call it. */
  readonly title: string;
}

/** The policy of a table or of its present stream. */
function placeOf(call: Call, given: string): Place {
  const [, tableArn = given, label] = /^(.+:table\/[^/]+)\/stream\/(.+)$/.exec(given) ?? [];
  const name = parseArn(tableArn)?.resource.slice('table/'.length) ?? tableArn;
  const table = tableOfResource(call, tableArn, () => resourceNotFound(`Table: ${name}`));
  if (label !== undefined && label !== table.streamLabel) {
    throw new ApiError(
      'ResourceNotFoundException',
      `Requested resource not found: Stream: ${label} not found for Table: ${name}`,
    );
  }
  const key = label === undefined ? 'table' : `stream ${label}`;
  const fresh: PolicyState = { readableAt: 0, pendingUntil: 0, changedAt: 0, lockedUntil: 0 };
  const state = (table.policies[key] ??= fresh);
  return { table, state, title: label === undefined ? `table ${name}` : `stream ${label}` };
}

/** Order: an outdated revision, a write that is still pending, the 15 seconds after a change. */
function put(input: Infer<typeof putInput>, call: Call): object {
  const place = placeOf(call, input.ResourceArn);
  expectSettled(call, place.table);
  const document = storedDocument(input.Policy);
  if (grantsEveryone(document)) throw invalid('Resource-based policy grants unbounded access');
  if (locksOut(document) && input.ConfirmRemoveSelfResourceAccess !== true) {
    throw accessDenied(
      'The new resource policy will not allow you to update the resource policy in the future',
    );
  }
  checkRevision(place, input.ExpectedRevisionId);
  const { current } = place.state;
  if (current?.document === document) return { RevisionId: current.revision };
  checkLocks(call, place);
  const revision = String(call.now);
  change(call, place.state, { document, revision });
  return { RevisionId: revision };
}

function remove(input: { ResourceArn: string; ExpectedRevisionId?: string }, call: Call): object {
  const place = placeOf(call, input.ResourceArn);
  expectSettled(call, place.table);
  checkRevision(place, input.ExpectedRevisionId);
  const { current } = place.state;
  if (current === undefined) return {};
  checkLocks(call, place);
  change(call, place.state, undefined);
  return { RevisionId: current.revision };
}

/** A write is not to be read at once: the old state stays for a second or two, and flips once. */
function get(input: { ResourceArn: string }, call: Call): object {
  const { state } = placeOf(call, input.ResourceArn);
  const policy = state.readableAt > call.now ? state.before : state.current;
  if (policy === undefined) {
    throw new ApiError(
      'PolicyNotFoundException',
      `Resource-based policy not found for the provided ResourceArn: ${input.ResourceArn}`,
    );
  }
  return { Policy: policy.document, RevisionId: policy.revision };
}

function expectSettled(call: Call, table: Table): void {
  const status = statusOf(table, call.now);
  if (status === 'CREATING' && !isBeingRestored(table, call.now)) throw notKnown('policy-while-creating');
}

function checkRevision({ state }: Place, expected: string | undefined): void {
  if (expected === undefined) return;
  const revision = state.current?.revision ?? 'NO_POLICY';
  if (expected === revision) return;
  throw new ApiError(
    'PolicyNotFoundException',
    `Requested update for policy with revision id ${expected}, but the current revision id is ${revision}`,
  );
}

function checkLocks(call: Call, { state, table, title }: Place): void {
  if (state.pendingUntil > call.now) {
    throw inUse(`Table is pending previous resource-based policy update: ${table.name}`);
  }
  if (state.lockedUntil <= call.now) return;
  throw new ApiError(
    'ThrottlingException',
    `Resource-based policy for ${title} modified within the previous 15000 milliseconds. ` +
      `Please try again after ${new Date(state.lockedUntil).toISOString()}.`,
  );
}

function change(call: Call, state: PolicyState, next: PolicyState['current']): void {
  const { policyLag, policyPending, policyLock } = call.world.durations;
  state.before = state.readableAt > call.now ? state.before : state.current;
  state.current = next;
  state.changedAt = call.now;
  state.readableAt = call.now + policyLag;
  state.pendingUntil = call.now + policyPending;
  state.lockedUntil = call.now + policyLock;
}

export const resourcePolicyOperations: Record<string, Operation> = {
  PutResourcePolicy: operation(putInput, put),
  GetResourcePolicy: operation(record({ ResourceArn: must(freeText) }), get),
  DeleteResourcePolicy: operation(
    record({ ResourceArn: must(freeText), ExpectedRevisionId: may(freeText) }),
    remove,
  ),
};
