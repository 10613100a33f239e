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
  ],
  fine: [
    '{ "TargetTableName": "drill-Orders", "Drill": { "NamePrefix": "drill-" } }',
    '{ "TargetTableName": "Orders" }',
  ],
});
