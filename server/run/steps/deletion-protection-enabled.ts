import { step } from '../step';

/** Must be alone in its call; a second change within 15 seconds is throttled and then tried again (API_UpdateTable). */
export const deletionProtectionEnabled = step({
  setting: 'DeletionProtectionEnabled',
  fits: (value) => typeof value === 'boolean',
  holds: (wanted, _place, table) => (table.DeletionProtectionEnabled ?? false) === wanted,
  write: (DeletionProtectionEnabled, { account, region, tableName }) =>
    account.write(region, 'UpdateTable', { TableName: tableName, DeletionProtectionEnabled }),
});
