import { testRule } from './marked';

const spec = (members: string) => `{ "AfterRestore": { ${members} } }`;
const snapshot = '"SettingsSnapshot": "Orders.ddbsettings.json"';
const marked = '«"SettingsSnapshot"»: "Orders.ddbsettings.json"';

testRule('snapshot-unused', {
  wrong: [
    {
      spec: spec(`${marked}, "Default": "FromSource"`),
      says: 'Nothing in AfterRestore says "FromSnapshot"',
      fixes: { 'Remove SettingsSnapshot': spec('"Default": "FromSource"') },
    },
    {
      spec: spec(marked),
      says: 'would not be read',
      fixes: { 'Remove SettingsSnapshot': '{ "AfterRestore": { } }' },
    },
    {
      spec: spec(`"Tags": "Skip", ${marked}`),
      says: 'this file would not be read',
      fixes: { 'Remove SettingsSnapshot': spec('"Tags": "Skip"') },
    },
  ],
  fine: [
    spec(`${snapshot}, "Tags": "FromSnapshot"`),
    spec(`${snapshot}, "Default": "FromSnapshot"`),
    spec('"Default": "FromSource"'),
  ],
});
