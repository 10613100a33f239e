/** The account in an ARN (`arn:partition:service:region:account:resource`), or undefined when it has none. */
export function accountIn(arn: string): string | undefined {
  const account = arn.split(':')[4];
  return account === undefined || account === '' ? undefined : account;
}
