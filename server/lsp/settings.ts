import { isData, type Data } from '../core/record';
import { partitionOf } from '../core/spec/arn';
import type { Connection, Settings } from '../protocol';

export const NOTHING_CHOSEN: Settings = {
  connection: { profile: '', regions: [], endpoint: '', trusted: false },
  protectedAccounts: [],
};

/**
 * The settings our extension handed over. One that hands over nothing, or something else, gets the safest reading: not trusted, so that
 * nothing is asked of AWS.
 */
export function settingsFrom(given: unknown): Settings {
  if (!isData(given)) return NOTHING_CHOSEN;
  return {
    connection: isData(given['connection']) ? connectionFrom(given['connection']) : NOTHING_CHOSEN.connection,
    protectedAccounts: strings(given['protectedAccounts']),
  };
}

function connectionFrom(given: Data): Connection {
  return {
    profile: string(given['profile']),
    regions: strings(given['regions']),
    endpoint: string(given['endpoint']),
    trusted: given['trusted'] === true,
  };
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Nothing is chosen by a user who may: the words for it are to choose, not to trust. */
const NOTHING_CHOSEN_YET: Settings = {
  ...NOTHING_CHOSEN,
  connection: { ...NOTHING_CHOSEN.connection, trusted: true },
};

/** A reading of what a user wrote, and what is wrong with it, in plain words. */
export interface Reading<Value> {
  value: Value;
  faults: string[];
}

/** What may stand in `initializationOptions` of an editor other than ours, each with what is wrong with a value; undefined = nothing. */
const OPTIONS: Record<string, (value: unknown) => string | undefined> = {
  profile: (value) => (typeof value === 'string' ? undefined : 'must be the name of an AWS profile'),
  regions: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'string' && partitionOf(item.trim()))
      ? undefined
      : 'must be a list of AWS Regions, such as ["eu-west-1"]',
  endpoint: (value) =>
    typeof value === 'string' ? undefined : 'must be an address, or "sandbox", or be left out',
};

/**
 * What a user chose in `initializationOptions`: `{profile?, regions?, endpoint?}`. To choose is to trust: this is the user's own editor
 * configuration, which also says what program is started as the server. With any fault nothing is asked of AWS: whoever misspells
 * `endpoint` did not mean AWS itself.
 */
export function chosenIn(options: unknown): Reading<Settings> {
  // An empty table of Lua arrives as an empty list.
  if (isAbsent(options) || (Array.isArray(options) && options.length === 0))
    return { value: NOTHING_CHOSEN_YET, faults: [] };
  if (!isData(options))
    return { value: NOTHING_CHOSEN, faults: ['"initializationOptions" must be an object.'] };
  const faults = Object.entries(options).flatMap(([key, value]) => optionFault(key, value));
  if (faults.length > 0) return { value: NOTHING_CHOSEN, faults };
  const [profile, endpoint] = [string(options['profile']).trim(), string(options['endpoint']).trim()];
  const regions = strings(options['regions']).map((region) => region.trim());
  return {
    value: { ...NOTHING_CHOSEN, connection: { profile, regions, endpoint, trusted: true } },
    faults,
  };
}

function optionFault(key: string, value: unknown): string[] {
  const known = Object.hasOwn(OPTIONS, key) ? OPTIONS[key] : undefined;
  if (known === undefined) {
    return [`"${key}" in "initializationOptions" is not known; known are ${listed(Object.keys(OPTIONS))}.`];
  }
  const fault = isAbsent(value) ? undefined : known(value);
  return fault === undefined ? [] : [`"${key}" in "initializationOptions" ${fault}.`];
}

/**
 * What the section `ddbbackup` of an editor's configuration says: true = AWS may be asked, as far as the section goes. It can only forbid
 * (`trusted: false`). Editors make this answer of several files and do not say of which - Emacs reads the project's own `.dir-locals.el` for
 * it - so what decides where a signed request goes is never taken from here.
 */
export function permissionIn(section: unknown): Reading<boolean> {
  if (isAbsent(section) || (Array.isArray(section) && section.length === 0))
    return { value: true, faults: [] };
  if (!isData(section))
    return { value: false, faults: ['The section "ddbbackup" of the configuration must be an object.'] };
  const { trusted, ...others } = section;
  const allows = isAbsent(trusted) || trusted === true;
  return {
    value: allows,
    faults: [
      ...(allows || trusted === false ? [] : ['"ddbbackup.trusted" must be true or false.']),
      ...Object.keys(others).map(ignored),
    ],
  };
}

function ignored(key: string): string {
  return Object.hasOwn(OPTIONS, key)
    ? `"ddbbackup.${key}" is not taken from the editor's configuration, which a workspace may have written: put it into "initializationOptions".`
    : `"ddbbackup.${key}" is not known; known here is "trusted".`;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
