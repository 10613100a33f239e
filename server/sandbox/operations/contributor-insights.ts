/** UpdateContributorInsights and DescribeContributorInsights, for tables and global indexes. */
import { indexStatusOf, statusOf, type Insights, type Table } from '../state/table';
import { ApiError, invalid } from '../wire/error';
import { may, must, oneOf, record, type Infer } from '../wire/shape';
import { tableKnownToSides } from './locate';
import { operation, type Call, type Operation } from './operation';
import { name, tableName } from './shapes';

const updateInput = record({
  TableName: must(tableName),
  IndexName: may(name),
  ContributorInsightsAction: must(oneOf(['ENABLE', 'DISABLE'])),
  ContributorInsightsMode: may(oneOf(['THROTTLED_KEYS', 'ACCESSED_AND_THROTTLED_KEYS'])),
});

/** Enabling what is enabled changes nothing, save that a mode left out falls back to the full one. */
function update(input: Infer<typeof updateInput>, call: Call): object {
  const table = tableKnownToSides(call, input.TableName);
  const { IndexName: index, ContributorInsightsAction: action } = input;
  expectIndex(call, table, index);
  if (['CREATING', 'DELETING'].includes(statusOf(table, call.now))) {
    throw invalid(
      'Table or Index is not in a valid state to update Key Access Insights: TableStatus must be ACTIVE',
    );
  }
  const key = index ?? '';
  const known = table.insights[key];
  const enabled = action === 'ENABLE';
  const mode = enabled ? (input.ContributorInsightsMode ?? 'ACCESSED_AND_THROTTLED_KEYS') : known?.mode;
  if ((known?.enabled ?? false) !== enabled) {
    const { insightsEnabling, insightsDisabling } = call.world.durations;
    const until = call.now + (enabled ? insightsEnabling : insightsDisabling);
    table.insights[key] = { enabled, until, mode: mode ?? 'ACCESSED_AND_THROTTLED_KEYS' };
  } else if (known !== undefined && mode !== undefined) known.mode = mode;
  return described(call, table, index);
}

function describe(input: { TableName: string; IndexName?: string }, call: Call): object {
  const table = tableKnownToSides(call, input.TableName);
  expectIndex(call, table, input.IndexName);
  const insights = table.insights[input.IndexName ?? ''];
  return {
    ...described(call, table, input.IndexName),
    ...(insights?.enabled === true && { ContributorInsightsRuleList: rules(table, input.IndexName) }),
  };
}

function described(call: Call, table: Table, index: string | undefined): object {
  const insights = table.insights[index ?? ''];
  return {
    TableName: table.name,
    ...(index !== undefined && { IndexName: index }),
    ContributorInsightsStatus: statusIn(insights, call.now),
    ...(insights?.enabled === true && { ContributorInsightsMode: insights.mode }),
  };
}

function statusIn(insights: Insights | undefined, now: number): string {
  if (insights === undefined) return 'DISABLED';
  if (insights.until > now) return insights.enabled ? 'ENABLING' : 'DISABLING';
  return insights.enabled ? 'ENABLED' : 'DISABLED';
}

function rules(table: Table, index: string | undefined): string[] {
  const suffix = index === undefined ? table.name : `${table.name}-${index}`;
  return [`DynamoDBContributorInsights-PKC-${suffix}-${table.createdAt}`];
}

/** Only global indexes have insights, and only once they are past their first seconds. */
function expectIndex(call: Call, table: Table, indexName: string | undefined): void {
  if (indexName === undefined) return;
  const index = table.settings.globalIndexes.find((candidate) => candidate.IndexName === indexName);
  const work = index === undefined ? undefined : indexStatusOf(table, index, call.now);
  if (index !== undefined && work?.filling !== false) return;
  throw new ApiError(
    'ResourceNotFoundException',
    `Requested resource not found: Index: ${indexName} not found for table: ${table.name}`,
  );
}

export const contributorInsightsOperations: Record<string, Operation> = {
  UpdateContributorInsights: operation(updateInput, update),
  DescribeContributorInsights: operation(
    record({ TableName: must(tableName), IndexName: may(name) }),
    describe,
  ),
};
