import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Leaf } from './compare.ts';
import { readCases } from './read-case.ts';
import { runCase, type CaseResult } from './run-case.ts';

function count(results: readonly CaseResult[]) {
  const leaves = results.flatMap((result) => result.leaves);
  const of = (status: Leaf['status']) => leaves.filter((leaf) => leaf.status === status).length;
  return { passed: of('passed'), failed: of('failed'), unsupported: of('unsupported') };
}

function printFamilies(results: readonly CaseResult[]): void {
  for (const family of [...new Set(results.map((result) => result.family))].sort()) {
    const own = results.filter((result) => result.family === family);
    const { passed, failed, unsupported } = count(own);
    const seconds = own.reduce((sum, result) => sum + result.seconds, 0);
    console.info(
      `${family.padEnd(22)} compared ${passed + failed}, failed ${failed}, unsupported ${unsupported}` +
        ` (${own.length} cases, ${seconds.toFixed(1)} s)`,
    );
  }
}

function printFailures(results: readonly CaseResult[], most: number): void {
  for (const { id, leaves, error } of results) {
    if (error !== undefined) console.info(`\n${id}: ${error}`);
    const failures = error === undefined ? leaves.filter((leaf) => leaf.status === 'failed') : [];
    for (const { path, expected, actual } of failures.slice(0, most)) {
      console.info(`${id} ${path}: expected ${String(expected)}, computed ${String(actual)}`);
    }
    if (failures.length > most) console.info(`${id}: ${failures.length - most} more`);
  }
}

function printUnsupported(results: readonly CaseResult[]): void {
  for (const { id, leaves } of results) {
    for (const { path, status } of leaves) {
      if (status === 'unsupported') console.info(`${id} ${path}: unsupported`);
    }
  }
}

/** `npm run oracle -- [DIR] [--family F] [--case ID] [--json FILE] [--most N] [--unsupported]` */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    family: { type: 'string' },
    case: { type: 'string' },
    json: { type: 'string' },
    most: { type: 'string', default: '20' },
    unsupported: { type: 'boolean', default: false },
  },
});
const directory = positionals[0] ?? '../shared/oracle';
const chosen = readCases(directory).filter(
  (test) =>
    (flags.family === undefined || test.family === flags.family) &&
    (flags.case === undefined || test.id === flags.case),
);
const results: CaseResult[] = [];
for (const test of chosen) results.push(await runCase(directory, test));
printFailures(results, Number(flags.most));
if (flags.unsupported) printUnsupported(results);
printFamilies(results);
if (flags.json !== undefined) writeFileSync(flags.json, JSON.stringify(results, null, 1));
const { passed, failed, unsupported } = count(results);
console.info(`${passed} passed, ${failed} failed, ${unsupported} skipped`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
