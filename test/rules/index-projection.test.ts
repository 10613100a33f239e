import { testRule } from './marked';

const spec = (projection: string) =>
  `{ "GlobalSecondaryIndexOverride": [{ "IndexName": "some", "KeySchema": [{ "AttributeName": "a", "KeyType": "HASH" }], "Projection": ${projection} }] }`;

testRule('index-projection', {
  wrong: [
    {
      spec: spec('{ "ProjectionType": «"INCLUDE"» }'),
      says: 'INCLUDE needs NonKeyAttributes',
      fixes: { 'Change to "KEYS_ONLY"': spec('{ "ProjectionType": "KEYS_ONLY" }') },
    },
    {
      spec: spec('{ "ProjectionType": "ALL", «"NonKeyAttributes"»: ["x"] }'),
      says: 'with ALL there may be none',
      fixes: {
        'Change ProjectionType to "INCLUDE"': spec(
          '{ "ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"] }',
        ),
        'Remove NonKeyAttributes': spec('{ "ProjectionType": "ALL" }'),
      },
    },
    {
      spec: spec('{ "ProjectionType": "INCLUDE", "NonKeyAttributes": «["x", "y", "x"]» }'),
      says: 'An attribute is listed twice in NonKeyAttributes.',
      fixes: { 'Keep each once': spec('{ "ProjectionType": "INCLUDE", "NonKeyAttributes": ["x", "y"] }') },
    },
  ],
  fine: [
    spec('{ "ProjectionType": "INCLUDE", "NonKeyAttributes": ["x"] }'),
    spec('{ "ProjectionType": "ALL" }'),
    spec('{ "ProjectionType": "SOME" }'),
  ],
});
