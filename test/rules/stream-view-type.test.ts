import { testRule } from './marked';

const spec = (stream: string) => `{ "AfterRestore": { "StreamSpecification": ${stream} } }`;

testRule('stream-view-type', {
  wrong: [
    {
      spec: spec('{ "StreamEnabled": «true» }'),
      says: 'A stream needs StreamViewType',
      fixes: {
        'Add "StreamViewType": "NEW_AND_OLD_IMAGES"': spec(
          '{ "StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES" }',
        ),
        'Add "StreamViewType": "NEW_IMAGE"': spec('{ "StreamEnabled": true, "StreamViewType": "NEW_IMAGE" }'),
        'Add "StreamViewType": "KEYS_ONLY"': spec('{ "StreamEnabled": true, "StreamViewType": "KEYS_ONLY" }'),
      },
    },
    {
      spec: spec('{ "StreamEnabled": false, «"StreamViewType"»: "NEW_IMAGE" }'),
      says: 'may not be given while StreamEnabled is false',
      fixes: { 'Remove StreamViewType': spec('{ "StreamEnabled": false }') },
    },
  ],
  fine: [spec('{ "StreamEnabled": true, "StreamViewType": "NEW_IMAGE" }'), spec('"FromSource"')],
});
