export const USAGE = `ddbbackup: Amazon DynamoDB backup and restore as reviewed code

  ddbbackup validate PATH... [--live] [--fix] [--format text|json|sarif|github]
  ddbbackup plan FILE [--format text|json|markdown]
  ddbbackup restore FILE [--yes] [--no-wait] [--format text|json]
  ddbbackup verify FILE
  ddbbackup backup create TABLE [--name NAME] [--no-wait]
  ddbbackup backup list [TABLE] [--type USER|SYSTEM|AWS_BACKUP|ALL]
  ddbbackup backup describe ARN
  ddbbackup backup delete ARN --confirm NAME
  ddbbackup sandbox [--port N] [--empty] [--real-time] [--state FILE]

Everywhere: --profile NAME, --region REGION, --endpoint-url URL, --help, --version.
PATH may be a folder: all *.ddbbackup.json below it. The AWS environment variables and config files count as for the AWS CLI.
restore shows its plan and asks; --yes accepts the plan it shows. An endpoint is an address of DynamoDB at AWS, or of this machine.

Exit: 0 fine, 1 errors found or verification failed, 2 wrong usage, 3 AWS refused, failed or could not be asked, 4 outcome unknown.
`;
