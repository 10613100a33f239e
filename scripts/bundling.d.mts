import type { BuildOptions } from 'esbuild';

/** How everything that Node runs is bundled; paths are from the root of the project. */
export const forNode: BuildOptions & { absWorkingDir: string };
