import { testRule } from './marked';

const target = (dimension: string, more = '', max = 10) =>
  `{ "ScalableDimension": ${dimension}, "MinCapacity": 1, "MaxCapacity": ${max}, "TargetValue": 70${more} }`;
const spec = (...targets: string[]) => `{ "AfterRestore": { "ScalableTargets": [${targets.join(', ')}] } }`;
const read = '"dynamodb:table:ReadCapacityUnits"';
const index = '"dynamodb:index:ReadCapacityUnits"';
const ofStatus = ', "IndexName": "byStatus"';

testRule('scaling-listed-twice', {
  wrong: [
    {
      spec: spec(target(read), target(`«${read}»`, '', 20)),
      says: 'An entry further up scales the same capacity; this one would overwrite it.',
      fixes: { 'Remove this entry': spec(target(read)) },
      sure: [],
    },
    {
      spec: spec(target(index, ofStatus), target(read), target(`«${index}»`, ofStatus)),
      says: 'scales the same capacity',
      fixes: { 'Remove this entry': spec(target(index, ofStatus), target(read)) },
    },
    {
      spec: spec(target(read), target(`«${read}»`), target(`«${read}»`)),
      says: 'overwrite',
      sure: ['Remove this entry'],
      fixes: { 'Remove this entry': spec(target(read), target(read)) },
    },
  ],
  fine: [
    spec(target(read), target('"dynamodb:table:WriteCapacityUnits"')),
    spec(target(index, ofStatus), target(index, ', "IndexName": "byCustomer"')),
    spec('"read"', '"read"'),
  ],
});
