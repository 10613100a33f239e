import { settingsWeCanApply } from '../../server/core/steps';
import { testRule } from './marked';

const target = '{ "TargetTableName": «"Orders-2"» }';

const skipped = settingsWeCanApply.map((setting) => `"${setting}": "Skip"`);
const named = (settings: readonly string[]) =>
  `{ "TargetTableName": "Orders-2", "AfterRestore": { ${settings.join(', ')} } }`;

testRule('settings-left-behind', {
  wrong: [
    {
      spec: target,
      says: 'TableClass, StreamSpecification, PointInTimeRecoverySpecification, ',
      fixes: {
        'Put them back as the source has them':
          '{ "TargetTableName": "Orders-2", "AfterRestore": { "Default": "FromSource" } }',
        'Leave them behind': '{ "TargetTableName": "Orders-2", "AfterRestore": { "Default": "Skip" } }',
      },
    },
    {
      spec: '{ "TargetTableName": "Orders-2", «"AfterRestore"»: { "TableClass": "STANDARD" } }',
      says: 'does not put them back',
      fixes: {
        'Put them back as the source has them':
          '{ "TargetTableName": "Orders-2", "AfterRestore": { "TableClass": "STANDARD", "Default": "FromSource" } }',
        'Leave them behind':
          '{ "TargetTableName": "Orders-2", "AfterRestore": { "TableClass": "STANDARD", "Default": "Skip" } }',
      },
    },
  ],
  fine: [
    '{ "TargetTableName": "Orders-2", "AfterRestore": { "Default": "Skip" } }',
    '{ "TargetTableName": "Orders-2", ',
    named(skipped),
  ],
});
