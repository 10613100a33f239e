import { step } from '../step';

/** A restored table is always STANDARD. Two changes in thirty days; once used up, the service refuses (API_UpdateTable). */
export const tableClass = step({
  setting: 'TableClass',
  fits: (value) => typeof value === 'string',
  holds: (wanted, _place, table) => (table.TableClassSummary?.TableClass ?? 'STANDARD') === wanted,
  write: (TableClass, { account, region, tableName }) =>
    account.write(region, 'UpdateTable', { TableName: tableName, TableClass }),
});
