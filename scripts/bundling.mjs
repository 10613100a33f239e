// How everything that Node runs is bundled: the product, its benches, and the programs that tests start.
import { fileURLToPath } from 'node:url';

/** @type {import('esbuild').BuildOptions & { absWorkingDir: string }} */
export const forNode = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // The packages' `main` entries are UMD wrappers that esbuild cannot follow.
  mainFields: ['module', 'main'],
  // dynalite keeps its items in memory: the native level store is never opened.
  alias: { level: 'memory-level' },
  logLevel: 'warning',
};
