export function findAwsCli(): string | undefined;
export function ensureAwsCli(options?: {
  log?: (line: string) => void;
}): { path: string; reason?: undefined } | { path: undefined; reason: string };
