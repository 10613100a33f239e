import { defineConfig } from 'vitest/config';

/** The tests that decide about a mutant of the core: the quick ones that reach it directly. All in one context, since each mutant runs them anew. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/{core,core-protocol,rules,plans}/**/*.test.ts'],
    env: { DDBBACKUP_SEEDS: '300', DDBBACKUP_SHARE: '0.02' },
    isolate: false,
    pool: 'threads',
    testTimeout: 30_000,
  },
});
