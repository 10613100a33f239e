import type { Facts } from '../../server/core/facts';

/** A text that once broke a promise, and the promise. It is checked for ever. */
export interface KeptFinding {
  /** The sentence of the property. */
  property: string;
  text: string;
  /** Facts other than "unknown". */
  facts: Partial<Facts>;
}

/** What `npm run fuzz` prints of a finding can be put in here as it is. */
export const keptFindings: readonly KeptFinding[] = [
  {
    property: 'nothing throws when a text is read and checked',
    text: '{"Verify":{"SampleKeys":[{"constructor":{"a":1}}]}}',
    facts: {},
  },
  { property: 'every question of an editor has an answer that lies in the text', text: '"\\\r', facts: {} },
  { property: 'every question of an editor has an answer that lies in the text', text: '"\\\r"', facts: {} },
  {
    property: 'formatting twice is formatting once, and changes no token; broken text is left alone',
    text: '\r{"":"","":"","":"","":"","":""}\n',
    facts: {},
  },
  {
    property: 'whatever edits lead to a text, an editor shows the problems of that text',
    text: '{\nourceTab,\r\n\t"UseLatestRestorableTime": true,\r\n\t"TargetTableName": "drill-Orders",\r\n\t"AfterRestore": {\r\n\t\t"Default": "Skip",\rey": "team", "Va\ud800lue": "orders" }],\r\n\t\t"StreamSpecification": { "StreamEnabled": tNEW_IMAGE" }\r\n\t}\r\n}',
    facts: {},
  },
  { property: 'every question of an editor has an answer that lies in the text', text: '{"a":"a', facts: {} },
  { property: 'every question of an editor has an answer that lies in the text', text: '{"a', facts: {} },
  { property: 'every question of an editor has an answer that lies in the text', text: '{ "', facts: {} },
  {
    property: 'formatting twice is formatting once, and changes no token; broken text is left alone',
    text: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
    facts: {},
  },
  { property: 'every question of an editor has an answer that lies in the text', text: '{" ', facts: {} },
  { property: 'every question of an editor has an answer that lies in the text', text: '{""', facts: {} },
  { property: 'every question of an editor has an answer that lies in the text', text: '{\nDes', facts: {} },
  {
    property: 'every question of an editor has an answer that lies in the text',
    text: '{"","SourceTableArn":"arn:aws:dynamodb:eu-t-2:123456789012:table/Ome""TargetTableName":"\uddd6',
    facts: {},
  },
  {
    property: 'every question of an editor has an answer that lies in the text',
    text: '{"":{}"","SourceTableName":"\udc00',
    facts: {},
  },
  {
    property: 'every question of an editor has an answer that lies in the text',
    text: '{"SourceTableName":"\udc00","AfterRestore":{"SettingsSnapshot":"\udc00.ddbsettings.json"},"Region":"eu-west-1","TargetTableName":"\udc00"}',
    facts: {},
  },
  {
    property: 'formatting twice is formatting once, and changes no token; broken text is left alone',
    text: '{"":"","":true,"":"rill-Orders",\r\n\t"Drill": { "leSi\u202ezeGiB": 10 },\r\n\t/* all of it  },\r\n\tas": [{ "Reg}*/"":{"":"","":[{"":""}],"":{"":true,"": "NEW_IMAGE" },\r\n\t\t"Replicas": [{ "RegionName": "eu-west-2" }]\r\n\t}\r\n}',
    facts: {},
  },
];
