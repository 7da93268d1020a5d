import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The Remix plugin stays out: it expects to build an application, not to run tests.
const shared = {
  globalSetup: ['tests/support/global-setup.ts'],
  setupFiles: ['tests/support/environment.ts'],
};

// Most of the time of these is waiting for a schedule, a start, a socket.
const built = {
  setupFiles: [...shared.setupFiles, 'tests/support/stop-servers.ts'],
  testTimeout: 1_500_000,
  hookTimeout: 600_000,
};
const alone = ['tests/built/start-twice.test.ts'];

export default defineConfig({
  test: {
    // Database tests wait as much as they compute: one worker leaves half of two cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What was transformed once is kept beside the packages: a single file starts in a third of the time.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/built/**'],
          testTimeout: 120_000, // a busy machine takes four times as long
          hookTimeout: 240_000,
          // Files share what they load: a test that sets something for the process sets it back.
          isolate: false, // a project inherits nothing of this from above
        },
      },
      {
        test: {
          ...shared,
          ...built,
          name: 'built', // needs `npm run build`
          include: ['tests/built/**/*.test.ts'],
          exclude: alone,
        },
      },
      {
        test: {
          ...shared,
          ...built,
          name: 'alone', // what a running server forbids is tried while no other one runs
          include: alone,
        },
      },
    ],
  },
});
