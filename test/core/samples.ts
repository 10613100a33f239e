import { backupArn, byCustomer, byMeaning, byStatus, byTotal, ordersArn } from '../rules/facts';

/** Valid specs of every kind, in several layouts. */
export const samples: readonly string[] = [
  `{
  // The pre-migration state.
  "Description": "Bring Orders back; byStatus is not used any more.",
  "AccountId": "123456789012",
  "Region": "eu-west-1",
  "BackupArn": "${backupArn}",
  "TargetTableName": "Orders-restored",
  "BillingModeOverride": "PAY_PER_REQUEST",
  "GlobalSecondaryIndexOverride": [
    ${byCustomer},
  ],
  "LocalSecondaryIndexOverride": [${byTotal}],
  "AfterRestore": { "Default": "FromSource", "TimeToLiveSpecification": "FromBackup" },
  "Verify": { "CompareSettings": true, "SampleKeys": [ { "orderId": { "S": "o-1001" }, "createdAt": { "N": "17" } } ] },
  "RecoveryTimeObjectiveMinutes": 60
}
`,
  `{"SourceTableArn":"${ordersArn}","RestoreDateTime":"2026-11-20T08:30:00Z","TargetTableName":"Orders-2","Region":"eu-central-1","SSESpecificationOverride":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/orders"}}`,
  `{\r\n\t"SourceTableName": "Orders",\r\n\t"UseLatestRestorableTime": true,\r\n\t"TargetTableName": "drill-Orders",\r\n\t"Drill": { "NamePrefix": "drill-", "MaxTableSizeGiB": 10 },\r\n\t/* all of it */\r\n\t"AfterRestore": {\r\n\t\t"Default": "Skip",\r\n\t\t"Tags": [{ "Key": "team", "Value": "orders" }],\r\n\t\t"StreamSpecification": { "StreamEnabled": true, "StreamViewType": "NEW_IMAGE" },\r\n\t\t"Replicas": [{ "RegionName": "eu-west-2" }]\r\n\t}\r\n}`,
  `{ "BackupArn": "${backupArn}", "TargetTableName": "Orders-2", "BillingModeOverride": "PROVISIONED",
  "ProvisionedThroughputOverride": { "ReadCapacityUnits": 10, "WriteCapacityUnits": 5 },
  "GlobalSecondaryIndexOverride": [${byStatus}, ${byCustomer}], "VectorIndexOverride": [${byMeaning}] }`,
  `{
    "BackupArn": "${backupArn}", "TargetTableName": "Orders-2",
    "AfterRestore": {
        "Default": "Skip", // all that has a list or a document of its own
        "Tags": [{ "Key": "team", "Value": "orders" }, { "Key": "cost", "Value": "17" }],
        "ContributorInsights": [{}, { "IndexName": "byStatus" }],
        "KinesisStreamingDestinations": [{ "StreamArn": "arn:aws:kinesis:eu-west-1:123456789012:stream/orders" }],
        "WarmThroughput": { "ReadUnitsPerSecond": 15000 },
        "ResourcePolicy": { "Version": "2012-10-17", "Statement": [{ "Sid": "one", "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "dynamodb:GetItem", "Resource": "*" }] },
        "Replicas": [{ "RegionName": "eu-west-2" }, { "RegionName": "eu-west-3", "KMSMasterKeyId": "alias/orders" }],
        "ScalableTargets": [
            { "ScalableDimension": "dynamodb:table:WriteCapacityUnits", "MinCapacity": 1, "MaxCapacity": 10, "TargetValue": 70 },
            { "ScalableDimension": "dynamodb:index:ReadCapacityUnits", "IndexName": "byStatus", "MinCapacity": 1, "MaxCapacity": 10, "TargetValue": 70 }
        ],
        "Alarms": [{ "AlarmName": "throttled", "MetricName": "ReadThrottleEvents", "Namespace": "AWS/DynamoDB", "Dimensions": [{ "Name": "TableName", "Value": "Orders" }], "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 5, "Threshold": 10, "ComparisonOperator": "GreaterThanThreshold" }]
    },
    "Verify": { "SampleKeys": [{ "orderId": { "S": "o-1" }, "createdAt": { "N": "17" } }, { "orderId": { "S": "o-2" }, "createdAt": { "N": "18" } }] }
}`,
];
