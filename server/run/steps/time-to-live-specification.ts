import { memberOf } from '../../core/record';
import { step } from '../step';

interface Wanted {
  Enabled: boolean;
  AttributeName: string;
}

/** After a change the service takes no other one for about 31 minutes (API_UpdateTimeToLive says up to an hour). */
const patienceMs = 40 * 60_000;

/** Runs last: once on, expired items are deleted, and it cannot be taken back for half an hour. */
export const timeToLiveSpecification = step<Wanted>({
  setting: 'TimeToLiveSpecification',
  fits: (value): value is Wanted =>
    typeof memberOf(value, 'Enabled') === 'boolean' && typeof memberOf(value, 'AttributeName') === 'string',
  holds: async (wanted, { account, region, tableName, signal }) => {
    const { TimeToLiveDescription: found } = await account.read(
      region,
      'DescribeTimeToLive',
      { TableName: tableName },
      signal,
    );
    const isOn = found.TimeToLiveStatus === 'ENABLED' || found.TimeToLiveStatus === 'ENABLING';
    return wanted.Enabled ? isOn && found.AttributeName === wanted.AttributeName : !isOn;
  },
  write: ({ Enabled, AttributeName }, { account, region, tableName }) =>
    account.write(region, 'UpdateTimeToLive', {
      TableName: tableName,
      TimeToLiveSpecification: { Enabled, AttributeName },
    }),
  alreadySo: /^TimeToLive is already (enabled|disabled)/,
  patienceMs,
});
