import { CONFIG_PREFIX_SEPARATOR, loadSharedConfigFiles, parseKnownFiles } from '@smithy/core/config';

export type Section = Record<string, string | undefined>;

/** Names of the profiles in the shared config and credentials files, in alphabetical order. Empty when there are no such files. */
export async function listProfiles(): Promise<string[]> {
  // The loader remembers what it read for as long as the process lives; a profile added today would never show.
  const files = await loadSharedConfigFiles({ ignoreCache: true });
  const names = [...Object.keys(files.configFile), ...Object.keys(files.credentialsFile)];
  return [...new Set(names.filter((name) => !OTHER_SECTIONS.test(name)))].toSorted();
}

/** Everything the shared files say about a profile; undefined when they do not know it. Secrets included: never shown. */
export async function profileSection(name: string): Promise<Section | undefined> {
  const sections = await parseKnownFiles({ ignoreCache: true });
  return Object.hasOwn(sections, name) ? sections[name] : undefined;
}

/** Sections of the config file that are no profiles; the loader joins kind and name by a dot, which a profile's name may hold too. */
const OTHER_SECTIONS = /^(?:sso-session|services)\./;

export interface Connection {
  /** Name of the profile whose settings count, for people to read. */
  profile: string;
  region?: string;
  /** Empty = AWS itself. */
  endpoint: string;
}

/**
 * Region and endpoint as the AWS CLI finds them: the option, else the environment, else the profile ("Configuration and credential precedence"
 * and "Service-specific endpoints" in the AWS SDKs and Tools Reference Guide).
 */
export async function chooseConnection(
  options: { profile?: string; region?: string; endpoint?: string },
  env: Record<string, string | undefined>,
): Promise<Connection> {
  const profile = options.profile || namedByEnv(env) || 'default';
  const section = (await profileSection(profile)) ?? {};
  const region = options.region || env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || section['region'];
  const endpoint = options.endpoint || (await configuredEndpoint(section, env)) || '';
  return { profile, endpoint, ...(region ? { region } : {}) };
}

export function namedByEnv(env: Record<string, string | undefined>): string | undefined {
  return env['AWS_PROFILE'] || env['AWS_DEFAULT_PROFILE'] || undefined;
}

async function configuredEndpoint(
  section: Section,
  env: Record<string, string | undefined>,
): Promise<string | undefined> {
  const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? section['ignore_configured_endpoint_urls'];
  if (ignored === 'true') return undefined;
  return (
    env['AWS_ENDPOINT_URL_DYNAMODB'] ||
    env['AWS_ENDPOINT_URL'] ||
    (await serviceEndpoint(section['services'])) ||
    section['endpoint_url']
  );
}

/** `services = local` in a profile points at a section `[services local]` with `dynamodb =` and an indented `endpoint_url`. */
async function serviceEndpoint(services: string | undefined): Promise<string | undefined> {
  if (!services) return undefined;
  const section = await profileSection(['services', services].join(CONFIG_PREFIX_SEPARATOR));
  return section?.[['dynamodb', 'endpoint_url'].join(CONFIG_PREFIX_SEPARATOR)];
}
