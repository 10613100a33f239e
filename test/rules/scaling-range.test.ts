import { testRule } from './marked';

const spec = (target: string) =>
  `{ "AfterRestore": { "ScalableTargets": [{ ${target}, "TargetValue": 70 }] } }`;
const read = '"ScalableDimension": "dynamodb:table:ReadCapacityUnits"';
const ofIndex = '"ScalableDimension": "dynamodb:index:ReadCapacityUnits"';

testRule('scaling-range', {
  wrong: [
    {
      spec: spec(`${read}, "MinCapacity": «100», "MaxCapacity": 10`),
      says: 'MinCapacity 100 is above MaxCapacity 10.',
      fixes: { 'Swap the two': spec(`${read}, "MinCapacity": 10, "MaxCapacity": 100`) },
    },
    {
      spec: spec(
        `"ScalableDimension": «"dynamodb:table:ReadCapacityUnits"», "MinCapacity": 1, "MaxCapacity": 10, "IndexName": "byStatus"`,
      ),
      says: 'This dimension is of the table',
      fixes: { 'Remove IndexName': spec(`${read}, "MinCapacity": 1, "MaxCapacity": 10`) },
    },
    {
      spec: spec(
        '"ScalableDimension": «"dynamodb:index:ReadCapacityUnits"», "MinCapacity": 1, "MaxCapacity": 10',
      ),
      says: 'IndexName is missing',
      fixes: { 'Scale the table': spec(`${read}, "MinCapacity": 1, "MaxCapacity": 10`) },
    },
  ],
  fine: [
    spec(`${read}, "MinCapacity": 1, "MaxCapacity": 1`),
    spec(`${ofIndex}, "IndexName": "byStatus", "MinCapacity": 1, "MaxCapacity": 10`),
  ],
});
