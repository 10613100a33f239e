export function findNeovim(): string | undefined;
export function ensureNeovim(options?: {
  log?: (line: string) => void;
}): { path: string; reason?: undefined } | { path: undefined; reason: string };
