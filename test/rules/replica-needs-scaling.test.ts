import { byStatus, fromBackup, ordersBackup, provisionedBackup, withMore } from './facts';
import { testRule } from './marked';

const units = '{ "ReadCapacityUnits": 4, "WriteCapacityUnits": 2 }';
const provisioned = `, "BillingModeOverride": "PROVISIONED", "ProvisionedThroughputOverride": ${units}`;
const global = `, "GlobalSecondaryIndexOverride": [${withMore(byStatus, `"ProvisionedThroughput": ${units}`)}]`;
const target = (dimension: string, more = '') =>
  `{ "ScalableDimension": "dynamodb:${dimension}CapacityUnits", "MinCapacity": 1, "MaxCapacity": 10, "TargetValue": 70${more} }`;
const spec = (mode: string, settings: string) =>
  `{ ${fromBackup}${mode}, "AfterRestore": { ${settings}«"Replicas"»: [{ "RegionName": "eu-west-2" }] } }`;
const plain = (mode: string, settings: string) => spec(mode, settings).replace(/[«»]/g, '');
const without = (mode: string, settings: string) =>
  `{ ${fromBackup}${mode}, "AfterRestore": { ${settings}"Replicas": "Skip" } }`;
const others = '"DeletionProtectionEnabled": true, ';
const scaled = (...targets: string[]) => `"ScalableTargets": [${targets.join(', ')}], `;

testRule('replica-needs-scaling', {
  wrong: [
    {
      spec: spec(provisioned, ''),
      says: 'ScalableTargets has no entry for the writes of the table.',
      fixes: { 'Leave Replicas behind': without(provisioned, '') },
    },
    {
      spec: spec(
        provisioned + global,
        scaled(target('table:Write'), target('index:Read', ', "IndexName": "byStatus"')),
      ),
      says: 'no entry for the writes of "byStatus"',
      fixes: {
        'Leave Replicas behind': without(
          provisioned + global,
          scaled(target('table:Write'), target('index:Read', ', "IndexName": "byStatus"')),
        ),
      },
    },
    {
      spec: spec(provisioned + global, ''),
      says: 'A PROVISIONED table gets replicas only when its writes are scaled automatically. ScalableTargets has no entry for the writes of the table, "byStatus".',
      fixes: { 'Leave Replicas behind': without(provisioned + global, '') },
    },
    {
      spec: spec('', '"Default": "Skip", '),
      facts: { backup: provisionedBackup() },
      says: 'A PROVISIONED table gets replicas only when its writes are scaled automatically.',
      fixes: { 'Leave Replicas behind': without('', '"Default": "Skip", ') },
    },
  ],
  fine: [
    plain(provisioned, scaled(target('table:Write'))),
    plain(
      provisioned + global,
      scaled(target('table:Write'), target('index:Write', ', "IndexName": "byStatus"')),
    ),
    plain(provisioned, '"Default": "FromSource", '),
    plain(provisioned, `"Default": "FromSource", ${others}`),
    // An index without a name is none that could be scaled.
    plain(`${provisioned}, "GlobalSecondaryIndexOverride": [{}]`, scaled(target('table:Write'))),
    { spec: plain('', ''), facts: { backup: ordersBackup() } },
    `{ ${fromBackup}${provisioned} }`,
  ],
});
