import { testRule } from './marked';

const spec = (stream: string, replicas = '[{ "RegionName": "eu-west-2" }]') =>
  `{ "AfterRestore": { "StreamSpecification": ${stream}, "Replicas": ${replicas} } }`;
const on = '{ "StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES" }';

testRule('replica-stream', {
  wrong: [
    {
      spec: spec('{ "StreamEnabled": «false» }'),
      says: 'A table with replicas has a stream: adding the first one turns it on',
      fixes: { 'Turn the stream on': spec(on) },
    },
    {
      spec: spec('{ "StreamEnabled": «false», "StreamViewType": "KEYS_ONLY" }'),
      says: 'It cannot be turned off again.',
      fixes: { 'Turn the stream on': spec(on) },
    },
    {
      spec: spec(
        '{ "StreamEnabled": «false» }',
        '[{ "RegionName": "eu-west-2" }, { "RegionName": "eu-west-3" }]',
      ),
      says: 'with NEW_AND_OLD_IMAGES',
      fixes: {
        'Turn the stream on': spec(on, '[{ "RegionName": "eu-west-2" }, { "RegionName": "eu-west-3" }]'),
      },
    },
  ],
  fine: [
    spec('{ "StreamEnabled": true, "StreamViewType": "KEYS_ONLY" }'),
    spec('"Skip"'),
    spec('{ "StreamEnabled": false }', '"Skip"'),
  ],
});
