import { existsSync, readFileSync } from 'node:fs';

/** Adds up what Vitest and Playwright counted; exits with 1 when anything failed or nothing ran. */
const [status = '1'] = process.argv.slice(2);

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const vitest = ['unit', 'built', 'alone'].flatMap(
  (name) => read(`test-results/${name}.json`) ?? [],
);
const browser = read('test-results/browser.json')?.stats;
const flaky = browser?.flaky ?? 0;
if (flaky > 0) process.stdout.write(`${flaky} browser tests passed at the second try only\n`);
const sum = (count) => vitest.reduce((total, results) => total + count(results), 0);
const passed = sum((results) => results.numPassedTests) + (browser?.expected ?? 0) + flaky;
const counted = sum((results) => results.numFailedTests) + (browser?.unexpected ?? 0);
const skipped = sum((results) => results.numPendingTests) + (browser?.skipped ?? 0);
// Whatever stopped the run before a test could fail counts as one failure.
const failed = counted === 0 && (status !== '0' || passed === 0) ? 1 : counted;
process.stdout.write(
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
);
process.exit(failed === 0 ? 0 : 1);
