import { memberOf } from '../../core/record';
import { step } from '../step';

interface Wanted {
  PointInTimeRecoveryEnabled: boolean;
  RecoveryPeriodInDays?: number;
}

/** Turning recovery off forgets the period, so it is written out again here. */
const defaultPeriodDays = 35;

/** The answer is at once the new state. On a young table backups are not ready for some seconds, which is waited for. */
export const pointInTimeRecoverySpecification = step<Wanted>({
  setting: 'PointInTimeRecoverySpecification',
  fits: (value): value is Wanted => typeof memberOf(value, 'PointInTimeRecoveryEnabled') === 'boolean',
  holds: async (wanted, { account, region, tableName, signal }) => {
    const { ContinuousBackupsDescription } = await account.read(
      region,
      'DescribeContinuousBackups',
      { TableName: tableName },
      signal,
    );
    const found = ContinuousBackupsDescription.PointInTimeRecoveryDescription;
    const isOn = found?.PointInTimeRecoveryStatus === 'ENABLED';
    if (!wanted.PointInTimeRecoveryEnabled) return !isOn;
    const days = found?.RecoveryPeriodInDays ?? defaultPeriodDays;
    return isOn && (wanted.RecoveryPeriodInDays ?? days) === days;
  },
  write: ({ PointInTimeRecoveryEnabled, RecoveryPeriodInDays }, { account, region, tableName }) => {
    // The period is refused together with turning it off (API_PointInTimeRecoverySpecification).
    const period =
      PointInTimeRecoveryEnabled && RecoveryPeriodInDays !== undefined ? { RecoveryPeriodInDays } : {};
    return account.write(region, 'UpdateContinuousBackups', {
      TableName: tableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled, ...period },
    });
  },
});
