import { defineConfig } from 'vitest/config';

/** Tests that drive a real window of VS Code: seconds each, and one window at a time. */
// oxlint-disable-next-line import/no-default-export -- vitest reads this one
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/editor/ui/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
