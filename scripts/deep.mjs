// `npm run test:deep [-- --docs N] [--seed S]`: far more of what `npm test` tries a little of. A million random documents against the promises
// of the checker, and a hundred thousand specs on which checker and sandbox have to agree.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, tellTotal } from './fuzz.mjs';
import { forNode } from './bundling.mjs';
import { installDependencies, root, run, say } from './setup.mjs';

const { values } = parseArgs({
  options: {
    docs: { type: 'string', default: '1000000' },
    specs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '2' },
  },
});

/** Resolves to whether checker and sandbox agreed on every spec. */
async function agree() {
  const { default: esbuild } = await import('esbuild');
  const outfile = path.join(root, 'test-results', `agreement-${process.pid}.mjs`);
  await esbuild.build({
    ...forNode,
    entryPoints: ['test/agreement/deep.ts'],
    outfile,
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const env = { DDBBACKUP_AGREEMENT_DOCS: values.specs, DDBBACKUP_SEED: values.seed };
  const code = await run(process.execPath, [outfile], { env });
  await rm(outfile, { force: true });
  return code === 0;
}

await installDependencies();
const began = performance.now();
say(`${values.docs} documents, seed ${values.seed}:`);
const total = await fuzz({ docs: Number(values.docs), seed: Number(values.seed) });
tellTotal(total);
say(`\n${values.specs} specs on which checker and sandbox have to agree, seed ${values.seed}:`);
const agreed = await agree();
const failures = total.findings.length + (agreed ? 0 : 1);
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
process.stdout.write(`\n${failures === 0 ? 'Nothing found' : 'FAILED: see above'}, in ${minutes} minutes\n`);
process.exitCode = failures === 0 ? 0 : 1;
