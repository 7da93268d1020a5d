import { chromium, defineConfig, devices } from '@playwright/test';
import { existsSync } from 'node:fs';

function findChromium(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'] ?? '',
    '/usr/bin/chromium',
    chromium.executablePath(),
  ];
  const found = candidates.find((path) => path !== '' && existsSync(path));
  if (!found) {
    process.stderr.write(
      'No Chromium found: run `apt-get install -y chromium` or `npx playwright install chromium`, or set CHROMIUM_PATH\n',
    );
    process.exit(1);
  }
  return found;
}

const long = /(themes-path|panel-year)\.spec\.ts/;
const desktop = { ...devices['Desktop Chrome'], channel: undefined };

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/support/start-server.ts',
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 1, // on a busy machine a page may take its time once; the closing line tells how often
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] },
    locale: 'en-GB',
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    trace: 'on-first-retry', // recording every test costs a fifth of the time
  },
  projects: [
    { name: 'places', testMatch: /places\.spec\.ts/, use: desktop },
    // The longest first: pages are walked over once all others have ended.
    { name: 'long', testMatch: long, use: desktop },
    { name: 'script', testIgnore: [/every-page|places/, long], use: desktop },
    {
      name: 'pages',
      testMatch: /every-page\.spec\.ts/,
      dependencies: ['places'],
      fullyParallel: true,
      use: desktop,
    },
    {
      name: 'no-script',
      testMatch: /respondent.*\.spec\.ts|main-path\.spec\.ts/,
      use: { ...desktop, javaScriptEnabled: false },
    },
  ],
});
