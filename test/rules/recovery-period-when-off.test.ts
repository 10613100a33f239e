import { testRule } from './marked';

const spec = (more: string) => `{ "AfterRestore": { "PointInTimeRecoverySpecification": { ${more} } } }`;

testRule('recovery-period-when-off', {
  wrong: [
    {
      spec: spec('"PointInTimeRecoveryEnabled": false, «"RecoveryPeriodInDays"»: 7'),
      says: 'RecoveryPeriodInDays may not be given while point-in-time recovery is off.',
      fixes: {
        'Remove RecoveryPeriodInDays': spec('"PointInTimeRecoveryEnabled": false'),
        'Turn point-in-time recovery on': spec(
          '"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7',
        ),
      },
    },
  ],
  fine: [spec('"PointInTimeRecoveryEnabled": true, "RecoveryPeriodInDays": 7')],
});
