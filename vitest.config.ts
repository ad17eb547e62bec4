import { defineConfig } from 'vitest/config';

/** File where the results are written besides, for the continuous integration. */
const { TEST_REPORT } = process.env;

export default defineConfig({
  test: {
    environment: 'node',
    globals: false,
    reporters: TEST_REPORT ? ['default', ['json', { outputFile: TEST_REPORT }]] : ['default'],
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'data/**'],
    // Modules hold no state between calls, so files share them: three times faster than a fresh worker for each file.
    // Processes rather than threads, so that a native addon that aborts is seen as one failed file.
    pool: 'forks',
    isolate: false,
    // One for each processor: it would leave one aside, which is half of them on a small machine.
    maxWorkers: '100%',
    // For a busy machine; the tests themselves neither wait nor sleep.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});
