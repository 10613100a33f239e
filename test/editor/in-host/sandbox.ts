import assert from 'node:assert/strict';

/** The sandbox that the runner has started. */

interface Received {
  operation: string;
}

export function sandboxUrl(): string {
  const url = process.env['TEST_SANDBOX_URL'];
  assert.ok(url, 'TEST_SANDBOX_URL is not set: start the suites with "node test/editor/run-in-host.mjs".');
  return url;
}

/** The operations it was asked for since it began. */
export async function asked(): Promise<string[]> {
  const response = await fetch(`${sandboxUrl()}/sandbox/requests`, {
    headers: { 'x-sandbox-token': process.env['TEST_SANDBOX_TOKEN'] ?? '' },
  });
  return ((await response.json()) as Received[]).map(({ operation }) => operation);
}

/** The newest backup of Orders, asked for as any client would. */
export async function newestBackupOfOrders(): Promise<string> {
  const response = await fetch(sandboxUrl(), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.ListBackups',
      authorization:
        'AWS4-HMAC-SHA256 Credential=key/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      'x-amz-date': '20260101T000000Z',
    },
    body: JSON.stringify({ TableName: 'Orders' }),
  });
  const { BackupSummaries } = (await response.json()) as { BackupSummaries: { BackupArn: string }[] };
  const arn = BackupSummaries.at(-1)?.BackupArn;
  assert.ok(arn, 'the sample data has backups of Orders');
  return arn;
}
