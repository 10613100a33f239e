import type { StreamSpecification, TableDescription } from '../../core/facts';
import { memberOf } from '../../core/record';
import { step } from '../step';

/** The view type must be absent when a stream is turned off (API_StreamSpecification). Each turning on makes a new stream ARN. */
export const streamSpecification = step<StreamSpecification>({
  setting: 'StreamSpecification',
  fits: (value): value is StreamSpecification => typeof memberOf(value, 'StreamEnabled') === 'boolean',
  holds: (wanted, _place, table) => isSame(wanted, table),
  write: ({ StreamEnabled, StreamViewType }, { account, region, tableName }) => {
    const view = StreamEnabled && StreamViewType !== undefined ? { StreamViewType } : {};
    return account.write(region, 'UpdateTable', {
      TableName: tableName,
      StreamSpecification: { StreamEnabled, ...view },
    });
  },
  alreadySo: /^Table has no stream to disable/,
});

function isSame(wanted: StreamSpecification, { StreamSpecification: found }: TableDescription): boolean {
  const isOn = found?.StreamEnabled === true;
  if (!wanted.StreamEnabled) return !isOn;
  return isOn && found.StreamViewType === wanted.StreamViewType;
}
