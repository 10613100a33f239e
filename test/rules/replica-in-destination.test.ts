import { fromBackup, byName } from './facts';
import { testRule } from './marked';

const spec = (source: string, ...regions: string[]) =>
  `{ ${source}, "AfterRestore": { "Replicas": [${regions.map((region) => `{ "RegionName": ${region} }`).join(', ')}] } }`;

testRule('replica-in-destination', {
  wrong: [
    {
      spec: spec(fromBackup, '"eu-west-2"', '«"eu-west-1"»'),
      says: '"eu-west-1" is where the table itself will stand.',
      fixes: { 'Remove this replica': spec(fromBackup, '"eu-west-2"') },
      sure: ['Remove this replica'],
    },
    {
      spec: spec(fromBackup, '"eu-west-2"', '«"eu-west-2"»'),
      says: '"eu-west-2" is listed twice.',
      fixes: { 'Remove this replica': spec(fromBackup, '"eu-west-2"') },
      sure: [],
    },
    {
      spec: spec(byName, '"eu-west-2"', '«"cn-north-1"»'),
      facts: { regionInUse: 'eu-west-1' },
      says: '"cn-north-1" is in another AWS partition than the table.',
      fixes: { 'Remove this replica': spec(byName, '"eu-west-2"') },
    },
  ],
  fine: [
    spec(fromBackup, '"eu-west-2"', '"us-east-1"'),
    `{ ${byName} }`,
    // Of which partition one of them is cannot be told.
    spec(fromBackup, '"moon-base-1"'),
    { spec: spec(byName, '"eu-west-2"'), facts: { regionInUse: 'moon-base-1' } },
  ],
});
