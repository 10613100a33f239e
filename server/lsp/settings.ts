import { isData, type Data } from '../core/record';
import type { Connection, Settings } from '../protocol';

const NOTHING: Settings = {
  connection: { profile: '', regions: [], endpoint: '', trusted: false },
  protectedAccounts: [],
};

/**
 * The settings a client handed over. An editor that hands over nothing, or something else, gets the safest reading: not trusted, so that
 * nothing is asked of AWS.
 */
export function settingsFrom(given: unknown): Settings {
  if (!isData(given)) return NOTHING;
  return {
    connection: isData(given['connection']) ? connectionFrom(given['connection']) : NOTHING.connection,
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
