import { nameShape, warmThroughput, wholeNumber } from './request-shape';
import type { ListShape, Member, ObjectShape, Shape, StringShape, WordsOrShape } from './kind';

const api = (page: string): string =>
  `https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_${page}.html`;

const text = (minLength: number, maxLength: number): StringShape => ({
  kind: 'string',
  minLength,
  maxLength,
});

const arn: StringShape = {
  kind: 'string',
  maxLength: 2048,
  pattern: { regex: /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/, words: 'an ARN' },
};

/** Read from the live source, from a settings snapshot file, or not put back. */
const words = ['FromSource', 'FromSnapshot', 'Skip'] as const;
/** A backup records stream and time to live, and nothing else of these. */
const wordsWithBackup = ['FromSource', 'FromBackup', 'FromSnapshot', 'Skip'] as const;

function settingShape(shape: WordsOrShape['shape'], from: readonly string[] = words): Shape {
  return { kind: 'words-or', words: from, shape };
}

const tags: ListShape = {
  kind: 'list',
  minItems: 1,
  maxItems: 50,
  of: {
    kind: 'object',
    members: {
      Key: {
        required: true,
        shape: text(1, 128),
        doc: 'Name of the tag; must not begin with "aws:".',
        link: api('Tag'),
      },
      Value: { required: true, shape: text(0, 256), doc: 'Value of the tag.', link: api('Tag') },
    },
  },
};

const regionCode: StringShape = {
  kind: 'string',
  pattern: { regex: /^[a-z]{2,}(-[a-z]+)+-\d+$/, words: 'a Region code such as "eu-west-1"' },
};

const scalableTarget: ObjectShape = {
  kind: 'object',
  members: {
    ScalableDimension: {
      required: true,
      shape: {
        kind: 'string',
        values: [
          'dynamodb:table:ReadCapacityUnits',
          'dynamodb:table:WriteCapacityUnits',
          'dynamodb:index:ReadCapacityUnits',
          'dynamodb:index:WriteCapacityUnits',
        ],
      },
      doc: 'What is scaled.',
    },
    IndexName: { shape: nameShape, doc: 'The index that is scaled; only with dynamodb:index dimensions.' },
    MinCapacity: { required: true, shape: wholeNumber(1), doc: 'Least capacity units.' },
    MaxCapacity: { required: true, shape: wholeNumber(1), doc: 'Most capacity units.' },
    TargetValue: {
      required: true,
      shape: { kind: 'number', integer: false, min: 20, max: 90 },
      doc: 'Share of the capacity that should be in use, in percent: 20 to 90.',
    },
    ScaleInCooldown: { shape: wholeNumber(0), doc: 'Seconds between two reductions.' },
    ScaleOutCooldown: { shape: wholeNumber(0), doc: 'Seconds between two increases.' },
  },
};

const alarmPage = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html';
const alarmMember = (shape: Shape, doc: string): Member => ({ shape, doc, link: alarmPage });
const arns: Shape = { kind: 'list', of: arn };

/** PutMetricAlarm's request; the table's name in the dimensions is replaced by the new table's. */
const alarm: ObjectShape = {
  kind: 'object',
  members: {
    AlarmName: { required: true, ...alarmMember(text(1, 255), 'Name of the alarm, unique in the Region.') },
    AlarmDescription: alarmMember(text(0, 1024), 'What the alarm is for.'),
    ActionsEnabled: alarmMember({ kind: 'boolean' }, 'Whether actions run when the state changes.'),
    OKActions: alarmMember(arns, 'Run when the state becomes OK.'),
    AlarmActions: alarmMember(arns, 'Run when the state becomes ALARM.'),
    InsufficientDataActions: alarmMember(arns, 'Run when the state becomes INSUFFICIENT_DATA.'),
    MetricName: alarmMember(text(1, 255), 'Name of the metric.'),
    Namespace: alarmMember(text(1, 255), 'Namespace of the metric: AWS/DynamoDB.'),
    Statistic: alarmMember(
      { kind: 'string', values: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] },
      'Statistic of the metric.',
    ),
    ExtendedStatistic: alarmMember(text(1, 64), 'Percentile statistic such as p99.'),
    Dimensions: alarmMember(
      {
        kind: 'list',
        maxItems: 30,
        of: {
          kind: 'object',
          members: {
            Name: { required: true, ...alarmMember(text(1, 255), 'Name of the dimension.') },
            Value: { required: true, ...alarmMember(text(1, 1024), 'Value of the dimension.') },
          },
        },
      },
      'Dimensions of the metric; TableName is set to the new table.',
    ),
    Period: alarmMember(wholeNumber(1), 'Length of a period in seconds.'),
    Unit: alarmMember(text(1, 64), 'Unit of the metric.'),
    EvaluationPeriods: alarmMember(wholeNumber(1), 'How many periods are compared.'),
    DatapointsToAlarm: alarmMember(wholeNumber(1), 'How many of them must be over the threshold.'),
    Threshold: alarmMember({ kind: 'number', integer: false }, 'The value compared with.'),
    ComparisonOperator: alarmMember(
      {
        kind: 'string',
        values: [
          'GreaterThanOrEqualToThreshold',
          'GreaterThanThreshold',
          'LessThanThreshold',
          'LessThanOrEqualToThreshold',
          'LessThanLowerOrGreaterThanUpperThreshold',
          'LessThanLowerThreshold',
          'GreaterThanUpperThreshold',
        ],
      },
      'How the metric is compared with the threshold.',
    ),
    TreatMissingData: alarmMember(
      { kind: 'string', values: ['breaching', 'notBreaching', 'ignore', 'missing'] },
      'What missing data counts as.',
    ),
    EvaluateLowSampleCountPercentile: alarmMember(
      { kind: 'string', values: ['evaluate', 'ignore'] },
      'What a percentile of few samples counts as.',
    ),
    Metrics: alarmMember({ kind: 'list', of: { kind: 'map', of: { kind: 'any' } } }, 'Metric math queries.'),
    Tags: alarmMember(tags, 'Tags of the alarm.'),
    ThresholdMetricId: alarmMember(text(1, 255), 'Id of the anomaly detection band.'),
  },
};

/** `AfterRestore`: what a restore does not bring back, and how it is put back once the table is ACTIVE. */
export const afterRestoreShape: ObjectShape = {
  kind: 'object',
  members: {
    Default: {
      shape: { kind: 'string', values: words },
      doc: 'Holds for every setting not named here. Default: Skip.',
    },
    SettingsSnapshot: {
      shape: {
        kind: 'string',
        pattern: {
          regex: /^(?!\/)(?![A-Za-z]+:)(?!.*\\)(?!(?:.*\/)?\.\.(?:\/|$)).*\.ddbsettings\.json$/,
          words: 'the relative path of a *.ddbsettings.json file beside this file',
        },
      },
      doc: 'The settings snapshot that "FromSnapshot" reads: a *.ddbsettings.json file beside this one.',
    },
    DeletionProtectionEnabled: {
      shape: settingShape({ kind: 'boolean' }),
      doc: 'A restored table is never protected against deletion until this is put back.',
      link: api('UpdateTable'),
    },
    TableClass: {
      shape: settingShape({ kind: 'string', values: ['STANDARD', 'STANDARD_INFREQUENT_ACCESS'] }),
      doc: 'A restored table always has class STANDARD.\nThe class can be changed twice in 30 days.',
      link: api('UpdateTable'),
    },
    StreamSpecification: {
      shape: settingShape(
        {
          kind: 'object',
          members: {
            StreamEnabled: {
              required: true,
              shape: { kind: 'boolean' },
              doc: 'Whether the table has a stream.',
              link: api('StreamSpecification'),
            },
            StreamViewType: {
              shape: {
                kind: 'string',
                values: ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES'],
              },
              doc: 'What a stream record holds. Needed when the stream is enabled, forbidden when not.',
              link: api('StreamSpecification'),
            },
          },
        },
        wordsWithBackup,
      ),
      doc: 'A restored table has no stream. A new stream has a new ARN: its readers must be pointed to it.',
      link: api('UpdateTable'),
    },
    WarmThroughput: {
      shape: settingShape(warmThroughput),
      doc: 'Throughput the table must be ready for at once. Cannot be lowered again; costs money.',
      link: api('UpdateTable'),
    },
    PointInTimeRecoverySpecification: {
      shape: settingShape({
        kind: 'object',
        members: {
          PointInTimeRecoveryEnabled: {
            required: true,
            shape: { kind: 'boolean' },
            doc: 'Whether the table can be restored to a point in time.',
            link: api('PointInTimeRecoverySpecification'),
          },
          RecoveryPeriodInDays: {
            shape: wholeNumber(1, 35),
            doc: 'How many days back, 1 to 35. Default: 35. Only when enabled.',
            link: api('PointInTimeRecoverySpecification'),
          },
        },
      }),
      doc: 'Point-in-time recovery is off on a restored table.',
      link: api('UpdateContinuousBackups'),
    },
    TimeToLiveSpecification: {
      shape: settingShape(
        {
          kind: 'object',
          members: {
            Enabled: {
              required: true,
              shape: { kind: 'boolean' },
              doc: 'Whether expired items are deleted.',
              link: api('TimeToLiveSpecification'),
            },
            AttributeName: {
              required: true,
              shape: text(1, 255),
              doc: 'The attribute that holds the time of expiry.',
              link: api('TimeToLiveSpecification'),
            },
          },
        },
        wordsWithBackup,
      ),
      doc: 'Time to live is off on a restored table. Put back last: it starts deleting expired items.',
      link: api('UpdateTimeToLive'),
    },
    Tags: {
      shape: settingShape(tags),
      doc: 'A restored table has no tags. Tags beginning with "aws:" cannot be set.',
      link: api('TagResource'),
    },
    ContributorInsights: {
      shape: settingShape({
        kind: 'list',
        minItems: 1,
        maxItems: 21,
        of: {
          kind: 'object',
          members: {
            IndexName: {
              shape: nameShape,
              doc: 'A global index. Left out: the table itself.',
              link: api('UpdateContributorInsights'),
            },
            ContributorInsightsMode: {
              shape: { kind: 'string', values: ['ACCESSED_AND_THROTTLED_KEYS', 'THROTTLED_KEYS'] },
              doc: 'Which keys are counted.',
              link: api('UpdateContributorInsights'),
            },
          },
        },
      }),
      doc: 'Contributor Insights is off on a restored table and its indexes.',
      link: api('UpdateContributorInsights'),
    },
    KinesisStreamingDestinations: {
      shape: settingShape({
        kind: 'list',
        minItems: 1,
        // A second one is refused while the first is not disabled (docs/api-quirks, DDB-TABLE-299).
        maxItems: 1,
        of: {
          kind: 'object',
          members: {
            StreamArn: {
              required: true,
              shape: { ...arn, minLength: 37, maxLength: 1024 },
              doc: 'ARN of the Kinesis data stream.',
              link: api('EnableKinesisStreamingDestination'),
            },
            ApproximateCreationDateTimePrecision: {
              shape: { kind: 'string', values: ['MILLISECOND', 'MICROSECOND'] },
              doc: 'Precision of the time in each record.',
              link: api('EnableKinesisStreamingConfiguration'),
            },
          },
        },
      }),
      doc: 'A restored table sends no changes to Kinesis.',
      link: api('EnableKinesisStreamingDestination'),
    },
    ResourcePolicy: {
      shape: settingShape({ kind: 'map', of: { kind: 'any' } }),
      doc: 'A restored table has no resource policy. Written as an object, not as a string.\nARNs of the source are rewritten; the plan shows it.',
      link: api('PutResourcePolicy'),
    },
    Replicas: {
      shape: settingShape({
        kind: 'list',
        minItems: 1,
        of: {
          kind: 'object',
          members: {
            RegionName: {
              required: true,
              shape: regionCode,
              doc: 'Region of the replica.',
              link: api('CreateReplicationGroupMemberAction'),
            },
            KMSMasterKeyId: {
              shape: text(1, 2048),
              doc: 'Key of that Region for the replica.',
              link: api('CreateReplicationGroupMemberAction'),
            },
          },
        },
      }),
      doc: 'A restored table is in one Region alone. Replicas are added one at a time.',
      link: api('UpdateTable'),
    },
    ScalableTargets: {
      shape: settingShape({ kind: 'list', minItems: 1, of: scalableTarget }),
      doc: 'A restored table is not scaled automatically.',
      link: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
    },
    Alarms: {
      shape: settingShape({ kind: 'list', minItems: 1, of: alarm }),
      doc: 'A new table name has no alarms.',
      link: alarmPage,
    },
  },
};

/** The settings of `AfterRestore`: all its keys but `Default` and `SettingsSnapshot`. */
export const settingNames: readonly string[] = Object.keys(afterRestoreShape.members).filter(
  (key) => key !== 'Default' && key !== 'SettingsSnapshot',
);
