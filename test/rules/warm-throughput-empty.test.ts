import { byStatus, withMore } from './facts';
import { testRule } from './marked';

const spec = (value: string) => `{ "AfterRestore": { "WarmThroughput": ${value} } }`;

testRule('warm-throughput-empty', {
  wrong: [
    {
      spec: spec('«{}»'),
      says: 'WarmThroughput needs ReadUnitsPerSecond, WriteUnitsPerSecond or both.',
      fixes: { 'Leave WarmThroughput behind': spec('"Skip"') },
    },
    {
      spec: '{\n\t"AfterRestore": {\n\t\t"Default": "FromSource", // all of it\n\t\t"WarmThroughput": «{\n\t\t}»,\n\t},\n}',
      says: 'answered with an error of the server',
      fixes: {
        'Leave WarmThroughput behind':
          '{\n\t"AfterRestore": {\n\t\t"Default": "FromSource", // all of it\n\t\t"WarmThroughput": "Skip",\n\t},\n}',
      },
    },
    {
      spec: '{ "AfterRestore": { "WarmThroughput": «{ /* later */ }», "Tags": "Skip" } }',
      says: 'Empty',
      fixes: {
        'Leave WarmThroughput behind': '{ "AfterRestore": { "WarmThroughput": "Skip", "Tags": "Skip" } }',
      },
    },
  ],
  fine: [
    spec('{ "ReadUnitsPerSecond": 13000 }'),
    spec('"Skip"'),
    `{ "GlobalSecondaryIndexOverride": [${withMore(byStatus, '"WarmThroughput": {}')}] }`,
  ],
});
