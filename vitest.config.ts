import { defineConfig } from 'vitest/config';

// The Remix plugin stays out: it expects to build an application, not to run tests.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/environment.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
