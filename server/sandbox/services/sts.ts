/** STS GetCallerIdentity, in the query protocol: a form in, XML out. */
import { ApiError } from '../wire/error';

/** @param accessKey the key that signed the request; it becomes the user's name */
export function callerIdentity(
  operation: string,
  account: string,
  accessKey: string,
  requestId: string,
): string {
  if (operation !== 'GetCallerIdentity') {
    throw new ApiError(
      'InvalidAction',
      `Could not find operation ${operation || '(none)'} for version 2011-06-15`,
    );
  }
  const user = accessKey.replace(/[^\w+=,.@-]/g, '');
  return (
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">' +
    `<GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/${user}</Arn>` +
    `<UserId>AIDA${user.toUpperCase()}</UserId><Account>${account}</Account></GetCallerIdentityResult>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></GetCallerIdentityResponse>`
  );
}

/** An error in the query protocol. */
export function queryError({ code, message }: ApiError, requestId: string): string {
  return (
    '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>' +
    `<Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
