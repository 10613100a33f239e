import { fromBackup, ordersBackup, provisionedBackup } from './facts';
import { testRule } from './marked';

const target =
  '{ "ScalableDimension": "dynamodb:table:ReadCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10, "TargetValue": 70 }';
const spec = (mode: string) =>
  `{ ${fromBackup}${mode}, "AfterRestore": { «"ScalableTargets"»: [${target}] } }`;
const plain = (mode: string) => spec(mode).replace(/[«»]/g, '');
const without = (mode: string) => `{ ${fromBackup}${mode}, "AfterRestore": { "ScalableTargets": "Skip" } }`;
const onDemand = ', "BillingModeOverride": "PAY_PER_REQUEST"';
const provisioned =
  ', "BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": { "ReadCapacityUnits": 1, "WriteCapacityUnits": 1 }';

testRule('scaling-on-demand', {
  wrong: [
    {
      spec: spec(onDemand),
      says: 'The new table will be PAY_PER_REQUEST',
      fixes: { 'Leave ScalableTargets behind': without(onDemand) },
    },
    {
      spec: spec(''),
      facts: { backup: ordersBackup() },
      says: 'no provisioned capacity that could be scaled',
      fixes: { 'Leave ScalableTargets behind': without('') },
    },
    {
      spec: spec(onDemand),
      facts: { backup: provisionedBackup() },
      says: 'PAY_PER_REQUEST',
      fixes: { 'Leave ScalableTargets behind': without(onDemand) },
    },
  ],
  fine: [plain(provisioned), { spec: plain(''), facts: { backup: provisionedBackup() } }, without(onDemand)],
});
