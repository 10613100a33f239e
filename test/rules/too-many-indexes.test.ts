import { byStatus } from './facts';
import { testRule } from './marked';

const indexes = (count: number) =>
  Array.from({ length: count }, (_, index) => byStatus.replace('byStatus', `index${index}`)).join(', ');

testRule('too-many-indexes', {
  wrong: [
    {
      spec: `{ «"GlobalSecondaryIndexOverride"»: [${indexes(21)}] }`,
      says: '21 global indexes are more than 20',
    },
  ],
  fine: [`{ "GlobalSecondaryIndexOverride": [${indexes(20)}] }`],
});
