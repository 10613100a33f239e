import { backupArn, byName, fromBackup } from './facts';
import { testRule } from './marked';

const drill = (source: string, prefix: string) => `{ ${source}, "Drill": { "NamePrefix": ${prefix} } }`;
const target = (name: string) => `"BackupArn": "${backupArn}", "TargetTableName": "${name}"`;

testRule('drill-prefix-covers-source', {
  wrong: [
    {
      spec: drill(fromBackup, '«"Orders-"»').replace('table/Orders/', 'table/Orders-live/'),
      says: 'The name of the source, "Orders-live", begins with this prefix too.',
      fixes: {
        'Use the prefix "drill-"': drill(target('drill-Orders-2'), '"drill-"').replace(
          'table/Orders/',
          'table/Orders-live/',
        ),
      },
    },
    {
      spec: drill(byName, '«"Ord"»'),
      says: 'choose a prefix that no other table has',
      fixes: {
        'Use the prefix "drill-"': drill(byName.replace('Orders-2', 'drill-Orders-2'), '"drill-"'),
      },
    },
    {
      spec: drill(target('drill-Orders'), '«"Orders"»'),
      says: 'Tables of drills are deleted',
      fixes: { 'Use the prefix "drill-"': drill(target('drill-Orders'), '"drill-"') },
    },
    // Cut to the length that a name may have.
    {
      spec: drill(target('x'.repeat(255)), '«"Ord"»'),
      says: 'begins with this prefix too',
      fixes: { 'Use the prefix "drill-"': drill(target(`drill-${'x'.repeat(249)}`), '"drill-"') },
    },
    {
      spec: drill(`"BackupArn": "${backupArn}"`, '«"Orders"»'),
      says: 'begins with this prefix too',
      fixes: { 'Use the prefix "drill-"': drill(`"BackupArn": "${backupArn}"`, '"drill-"') },
    },
  ],
  fine: [
    drill(target('drill-Orders'), '"drill-"'),
    drill(fromBackup, '"Orders-2"'),
    drill(fromBackup, '""'),
    '{ "Drill": { "NamePrefix": "Orders" }, "TargetTableName": "Orders-2" }',
  ],
});
