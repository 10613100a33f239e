import { fromEnv, fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { namedByEnv, profileSection, type Section } from './profiles';

/** A profile was named that the shared files do not know. */
export class UnknownProfile extends Error {
  override readonly name = 'UnknownProfile';
}

/** Made up, for endpoints on this machine: they must never see real ones. */
export const MADE_UP: AwsCredentialIdentity = { accessKeyId: 'ddbbackup', secretAccessKey: 'not-a-secret' };

/** The SDK asks again when fewer than this is left. */
const REFRESH_BEFORE_MS = 300_000;

/** Keys by which a profile says where its credentials come from. */
const SOURCES = [
  'aws_access_key_id',
  'role_arn',
  'credential_process',
  'sso_session',
  'sso_start_url',
  'web_identity_token_file',
  'login_session',
];

/**
 * The credentials of one profile, asked for once for all Regions: each client of the SDK would start a `credential_process` of its own.
 * @param requestHandler by which the services that give credentials are asked
 * @param region where STS is asked to assume a role when the profile names no Region
 */
export function credentialsOf(
  profile: string | undefined,
  region: string,
  requestHandler: NodeHttpHandler,
): AwsCredentialIdentityProvider {
  return remembered(async () => (await providerOf(profile, region, requestHandler))());
}

async function providerOf(
  profile: string | undefined,
  region: string,
  requestHandler: NodeHttpHandler,
): Promise<AwsCredentialIdentityProvider> {
  // The AWS CLI prefers keys in the environment to AWS_PROFILE, and --profile to both; the SDK's own chain does not.
  if (!profile && process.env['AWS_ACCESS_KEY_ID'] && process.env['AWS_SECRET_ACCESS_KEY']) return fromEnv();
  const name = profile || namedByEnv(process.env);
  // Signing in goes the same way as everything else: through the proxy where there is one.
  const init = {
    parentClientConfig: { region, requestHandler },
    clientConfig: { requestHandler },
    logger: SILENT,
  };
  if (!name) return fromNodeProviderChain(init);
  const section = await profileSection(name);
  if (!section) throw new UnknownProfile(name);
  // A profile with a source of its own never falls through to the machine's identity: that would be another account.
  return hasSource(section)
    ? fromIni({ ...init, profile: name })
    : fromNodeProviderChain({ ...init, profile: name });
}

function hasSource(section: Section): boolean {
  return SOURCES.some((key) => section[key] !== undefined);
}

function remembered(load: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
  let held: Promise<AwsCredentialIdentity> | undefined;
  return async () => {
    const current = held;
    if (current && !(await usable(current)) && held === current) held = undefined;
    held ??= load();
    return held;
  };
}

async function usable(held: Promise<AwsCredentialIdentity>): Promise<boolean> {
  try {
    const { expiration } = await held;
    return !expiration || expiration.getTime() - Date.now() > REFRESH_BEFORE_MS;
  } catch {
    return false;
  }
}

/** The SDK's remarks go to `console` otherwise, which is a protocol channel in the language server. */
export const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
