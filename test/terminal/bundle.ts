import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { forNode } from '../../scripts/bundling.mjs';
import { afterAll, beforeAll } from 'vitest';

/** The SDK stays a bundle of its own, as in `scripts/build.mjs`. */
const lazyAws: Plugin = {
  name: 'lazy-aws',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/aws\/index$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './aws.js', external: true } : undefined,
    );
  },
};

/** The command line as it ships, built into a folder of this test file. */
export function cliBundle(): { readonly folder: string; readonly cli: string } {
  const place = { folder: '', cli: '' };
  beforeAll(async () => {
    place.folder = await mkdtemp(path.join(tmpdir(), 'ddbbackup-cli-'));
    place.cli = path.join(place.folder, 'cli.js');
    await build({
      ...forNode,
      entryPoints: { cli: 'server/cli.ts', aws: 'server/aws/index.ts', sandbox: 'server/sandbox/main.ts' },
      outdir: place.folder,
      keepNames: true,
      plugins: [lazyAws],
    });
  }, 60_000);
  afterAll(() => rm(place.folder, { recursive: true, force: true }));
  return place;
}
