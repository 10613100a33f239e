import { quoted } from '../../server/core/plain-text';
import { testRule } from './marked';

testRule('drill-target-prefix', {
  wrong: [
    {
      spec: '{ "TargetTableName": «"Orders"», "Drill": { "NamePrefix": "drill-" } }',
      says: 'its name must begin with "drill-"',
      fixes: {
        'Change to "drill-Orders"':
          '{ "TargetTableName": "drill-Orders", "Drill": { "NamePrefix": "drill-" } }',
      },
    },
    // Cut to the length that a name may have.
    {
      spec: `{ "TargetTableName": «"${'x'.repeat(250)}"», "Drill": { "NamePrefix": "drill-" } }`,
      says: 'its name must begin with "drill-"',
      fixes: {
        [`Change to ${quoted(`drill-${'x'.repeat(249)}`)}`]: `{ "TargetTableName": "drill-${'x'.repeat(249)}", "Drill": { "NamePrefix": "drill-" } }`,
      },
    },
  ],
  fine: [
    '{ "TargetTableName": "drill-Orders", "Drill": { "NamePrefix": "drill-" } }',
    '{ "TargetTableName": "Orders" }',
  ],
});
