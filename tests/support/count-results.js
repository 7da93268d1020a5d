import { existsSync, readFileSync } from 'node:fs';

/** Adds up what Vitest and Playwright counted; exits with 1 when anything failed or nothing ran. */
const [status = '1'] = process.argv.slice(2);

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const unit = read('test-results/unit.json');
const built = read('test-results/built.json');
const browser = read('test-results/browser.json');
const flaky = browser?.stats.flaky ?? 0;
if (flaky > 0) process.stdout.write(`${flaky} browser tests passed at the second try only\n`);
const passed =
  (unit?.numPassedTests ?? 0) +
  (built?.numPassedTests ?? 0) +
  (browser?.stats.expected ?? 0) +
  flaky;
const counted =
  (unit?.numFailedTests ?? 0) + (built?.numFailedTests ?? 0) + (browser?.stats.unexpected ?? 0);
const skipped =
  (unit?.numPendingTests ?? 0) + (built?.numPendingTests ?? 0) + (browser?.stats.skipped ?? 0);
// Whatever stopped the run before a test could fail counts as one failure.
const failed = counted === 0 && (status !== '0' || passed === 0) ? 1 : counted;
process.stdout.write(
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
);
process.exit(failed === 0 ? 0 : 1);
