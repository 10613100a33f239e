/** An answer that refuses: what goes over the wire instead of a result. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: 400 | 500 | 503 = 400,
  ) {
    super(message);
    this.name = code;
  }
}

/** A request fault: HTTP 400 `ValidationException`. */
export function invalid(message: string): ApiError {
  return new ApiError('ValidationException', message);
}

/** The family of texts that begins with "Invalid Request: " (all of restore and continuous backups). */
export function invalidRequest(message: string): ApiError {
  return invalid(`Invalid Request: ${message}`);
}

/** The family of texts that begins with "One or more parameter values were invalid: " (tables). */
export function invalidParameters(message: string): ApiError {
  return invalid(`One or more parameter values were invalid: ${message}`);
}

/** A change that something still running forbids. */
export function inUse(message: string): ApiError {
  return new ApiError(
    'ResourceInUseException',
    `Attempt to change a resource which is still in use: ${message}`,
  );
}

/** A budget or lock of the account or table. */
export function overLimit(message: string): ApiError {
  return new ApiError('LimitExceededException', `Subscriber limit exceeded: ${message}`);
}

/** "Not found" as the table, TTL, tag, policy and insights calls say it. */
export function resourceNotFound(what: string): ApiError {
  return new ApiError('ResourceNotFoundException', `Requested resource not found: ${what} not found`);
}

/** "Not found" as the backup and continuous-backup calls say it. */
export function tableNotFound(name?: string): ApiError {
  return new ApiError(
    'TableNotFoundException',
    name === undefined ? 'Table not found' : `Table not found: ${name}`,
  );
}

const namespaces: Record<string, string> = {
  ValidationException: 'com.amazon.coral.validate',
  ThrottlingException: 'com.amazon.coral.availability',
  AccessDeniedException: 'com.amazon.coral.service',
  ExpiredTokenException: 'com.amazon.coral.service',
  InternalFailure: 'com.amazon.coral.service',
  MissingAuthenticationTokenException: 'com.amazon.coral.service',
  IncompleteSignatureException: 'com.amazon.coral.service',
  SerializationException: 'com.amazon.coral.service',
  UnknownOperationException: 'com.amazon.coral.service',
};

/** The body of a refusal in JSON 1.0. The service puts a name space before the code; clients cut it off at the `#`. */
export function errorBody(error: ApiError): string {
  const namespace = namespaces[error.code] ?? 'com.amazonaws.dynamodb.v20120810';
  return JSON.stringify({ __type: `${namespace}#${error.code}`, message: error.message });
}
