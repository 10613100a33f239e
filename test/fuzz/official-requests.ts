/**
 * The restores that AWS's own pages show, as input of the AWS CLI (`--cli-input-json`): Developer Guide "Restore.Tutorial" and
 * "PointInTimeRecovery.Tutorial", AWS CLI Command Reference "restore-table-from-backup" and "restore-table-to-point-in-time", and, in place of
 * values not filled in, the placeholders of the API Reference ("string", number).
 */
export const officialRequests: readonly string[] = [
  `{
    "TargetTableName": "Music",
    "BackupArn": "arn:aws:dynamodb:us-east-1:123456789012:table/Music/backup/01489173575360-b308cd7d"
}`,
  `{
    "TargetTableName": "Music",
    "BackupArn": "arn:aws:dynamodb:us-east-1:123456789012:table/Music/backup/01489173575360-b308cd7d",
    "GlobalSecondaryIndexOverride": [],
    "LocalSecondaryIndexOverride": [],
    "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "abcd1234-abcd-1234-a123-ab1234a1b234" },
    "BillingModeOverride": "PAY_PER_REQUEST"
}`,
  `{"TargetTableName": "MusicCollection", "BackupArn": "arn:aws:dynamodb:us-west-2:123456789012:table/MusicCollection/backup/01576616366715-b4e58d3a"}`,
  `{
    "SourceTableName": "Music",
    "TargetTableName": "MusicMinutesAgo",
    "UseLatestRestorableTime": true
}`,
  `{
    "SourceTableName": "Music",
    "TargetTableName": "MusicEarliestRestorableDateTime",
    "UseLatestRestorableTime": false,
    "RestoreDateTime": 1519257118.0
}`,
  `{
    "SourceTableArn": "arn:aws:dynamodb:us-east-1:123456789012:table/Music",
    "TargetTableName": "MusicRestored",
    "UseLatestRestorableTime": true,
    "SSESpecificationOverride": { "Enabled": true, "SSEType": "KMS" }
}`,
  `{
    "SourceTableArn": "",
    "SourceTableName": "",
    "TargetTableName": "",
    "UseLatestRestorableTime": true,
    "RestoreDateTime": "1970-01-01T00:00:00",
    "BillingModeOverride": "PROVISIONED",
    "GlobalSecondaryIndexOverride": [
        {
            "IndexName": "",
            "KeySchema": [ { "AttributeName": "", "KeyType": "HASH" } ],
            "Projection": { "ProjectionType": "INCLUDE", "NonKeyAttributes": [ "" ] },
            "ProvisionedThroughput": { "ReadCapacityUnits": 0, "WriteCapacityUnits": 0 },
            "OnDemandThroughput": { "MaxReadRequestUnits": 0, "MaxWriteRequestUnits": 0 },
            "WarmThroughput": { "ReadUnitsPerSecond": 0, "WriteUnitsPerSecond": 0 }
        }
    ],
    "LocalSecondaryIndexOverride": [
        {
            "IndexName": "",
            "KeySchema": [ { "AttributeName": "", "KeyType": "RANGE" } ],
            "Projection": { "ProjectionType": "ALL", "NonKeyAttributes": [ "" ] }
        }
    ],
    "ProvisionedThroughputOverride": { "ReadCapacityUnits": 0, "WriteCapacityUnits": 0 },
    "OnDemandThroughputOverride": { "MaxReadRequestUnits": 0, "MaxWriteRequestUnits": 0 },
    "SSESpecificationOverride": { "Enabled": true, "SSEType": "AES256", "KMSMasterKeyId": "" }
}`,
  `{
   "BackupArn": "string",
   "BillingModeOverride": "string",
   "GlobalSecondaryIndexOverride": [
      {
         "IndexName": "string",
         "KeySchema": [ { "AttributeName": "string", "KeyType": "string" } ],
         "OnDemandThroughput": { "MaxReadRequestUnits": number, "MaxWriteRequestUnits": number },
         "Projection": { "NonKeyAttributes": [ "string" ], "ProjectionType": "string" },
         "ProvisionedThroughput": { "ReadCapacityUnits": number, "WriteCapacityUnits": number }
      }
   ],
   "LocalSecondaryIndexOverride": [
      {
         "IndexName": "string",
         "KeySchema": [ { "AttributeName": "string", "KeyType": "string" } ],
         "Projection": { "NonKeyAttributes": [ "string" ], "ProjectionType": "string" }
      }
   ],
   "SSESpecificationOverride": { "Enabled": boolean, "KMSMasterKeyId": "string", "SSEType": "string" },
   "TargetTableName": "string"
}`,
];
