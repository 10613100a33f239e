// Bundles every door into dist/: `node scripts/build.mjs [--watch]`.
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import esbuild from 'esbuild';
import { forNode } from './bundling.mjs';

const root = forNode.absWorkingDir;
const dist = path.join(root, 'dist');

/** Imports that stay apart as bundles of their own, loaded when first needed: the SDK, and the language client. */
const lazily = {
  name: 'lazily',
  setup(build) {
    const split = { './aws/index': './aws.js', './language-client': './language-client.js' };
    build.onResolve({ filter: /^\.\/(aws\/index|language-client)$/ }, ({ path: wanted, kind }) =>
      kind === 'dynamic-import' ? { path: split[wanted], external: true } : undefined,
    );
  },
};

const shared = { ...forNode, minify: true, legalComments: 'none', plugins: [lazily] };

const bundles = [
  { in: 'client/extension.ts', out: 'extension', target: 'node22', external: ['vscode'] },
  { in: 'client/language-client.ts', out: 'language-client', target: 'node22', external: ['vscode'] },
  // Two versions of one list of types and guards would come along: the protocol's own (3.18.4) and that of the JSON service (3.18.5).
  {
    in: 'server/main.ts',
    out: 'server',
    alias: { 'vscode-languageserver-types': './node_modules/vscode-languageserver-types' },
  },
  { in: 'server/aws/index.ts', out: 'aws' },
  { in: 'server/cli.ts', out: 'cli', banner: { js: '#!/usr/bin/env node' } },
  { in: 'server/sandbox/main.ts', out: 'sandbox' },
];

function options({ in: entry, out, ...own }) {
  return { ...shared, ...own, entryPoints: [entry], outfile: path.join(dist, `${out}.js`) };
}

/** The schema for other editors is generated from the table of keys, so it is built by running that code. */
async function writeSchema() {
  const generator = path.join(dist, 'schema.cjs');
  await esbuild.build({ ...shared, entryPoints: ['server/lsp/schema.ts'], outfile: generator });
  const { specSchema } = await import(`${pathToFileURL(generator).href}?${Date.now()}`);
  await writeFile(path.join(dist, 'ddbbackup.schema.json'), `${JSON.stringify(specSchema(), null, 2)}\n`);
  await rm(generator);
}

await mkdir(dist, { recursive: true });
if (process.argv.includes('--watch')) {
  for (const bundle of bundles)
    await (await esbuild.context({ ...options(bundle), sourcemap: 'linked' })).watch();
  await writeSchema();
  process.stderr.write('watching; Ctrl+C stops\n');
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(options(bundle))));
  await writeSchema();
  await chmod(path.join(dist, 'cli.js'), 0o755);
}
