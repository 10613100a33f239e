/** The endpoint that stands for "the server starts the sandbox". */
export const SANDBOX = 'sandbox';

/** Where the sandbox has its sample tables. */
export const SANDBOX_REGIONS: readonly string[] = ['eu-west-1', 'us-east-1'];
