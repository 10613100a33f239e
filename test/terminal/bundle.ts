import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

/** The SDK stays a bundle of its own, as in `scripts/build.mjs`. */
const lazyAws: Plugin = {
  name: 'lazy-aws',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/aws\/index$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './aws.js', external: true } : undefined,
    );
  },
};

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  keepNames: true,
  logLevel: 'silent',
  plugins: [lazyAws],
};

/** The command line as it ships, built into a folder of this test file. */
export function cliBundle(): { readonly folder: string; readonly cli: string } {
  const place = { folder: '', cli: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-cli-'));
    place.cli = path.join(place.folder, 'cli.js');
    const entries: [string, string, BuildOptions][] = [
      ['server/cli.ts', 'cli.js', {}],
      ['server/aws/index.ts', 'aws.js', {}],
      ['server/sandbox/main.ts', 'sandbox.js', { alias: { level: 'memory-level' } }],
    ];
    await Promise.all(
      entries.map(([entry, out, own]) =>
        build({ ...shared, ...own, entryPoints: [entry], outfile: path.join(place.folder, out) }),
      ),
    );
  }, 60_000);
  afterAll(() => rm(place.folder, { recursive: true, force: true }));
  return place;
}
