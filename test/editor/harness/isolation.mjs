import { join } from 'node:path';
import process from 'node:process';

/**
 * What keeps a test away from the account and the state of whoever runs it: no credentials, no profiles, no instance
 * metadata, state in `folder`. A test adds its own on top. `undefined` removes a variable that this process has.
 * @param {string} folder
 * @returns {Record<string, string | undefined> & { DDBBACKUP_STATE: string }}
 */
export function isolatedEnvironment(folder) {
  const inherited = Object.keys(process.env).filter((name) => /^(AWS_|DDBBACKUP_)/.test(name));
  return {
    ...Object.fromEntries(inherited.map((name) => [name, undefined])),
    AWS_CONFIG_FILE: join(folder, 'aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    DDBBACKUP_STATE: join(folder, 'state'),
  };
}
