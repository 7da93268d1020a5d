import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import type { Table } from '#analysis/table/table.ts';
import { compareTree } from '../../../oracle/compare.ts';
import type { NamedTolerance } from '../../../oracle/tolerance.ts';

/** Standard errors of the references are those of the last step but one: `glm` and its like stop at 1e-8. */
export const early: readonly NamedTolerance[] = [[/_se$/, 'early_stop_rel']];
/** Above 140 cases scipy takes Pelz and Good's approximation of the distribution that is exact here. */
export const approximated: readonly NamedTolerance[] = [[/^ks_.*\.p$/, 'pelz_good_abs']];

const own = new URL('../../../fixtures/monitoring/', import.meta.url);
/** Files of GPL packages lie beside the project, if at all. */
const beside = new URL('../../../../../shared/', import.meta.url);

export function readGolden(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`golden/${name}`, own), 'utf8'));
}

export function readOwnData(name: string): Table {
  return readTable(readFileSync(new URL(`data/${name}`, own), 'utf8'));
}

/** Text of a file beside the checkout; says so in the output when it is not there. */
export function besideText(path: string): string | undefined {
  const file = new URL(path, beside);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.warn(`../shared/${path} is absent: not compared`);
  return undefined;
}

/** Every leaf of `expected` equals what was computed; how many there were is printed. */
export function expectLeaves(
  title: string,
  expected: unknown,
  actual: unknown,
  limit: { abs: number; rel: number },
  named: readonly NamedTolerance[] = [],
): void {
  const tolerance = { ...limit, early_stop_rel: 2e-5, pelz_good_abs: 2e-6 };
  const leaves = compareTree('', expected, actual, { tolerance, named });
  const wrong = leaves.filter(({ status }) => status !== 'passed');
  console.info(`${title}: ${leaves.length - wrong.length} of ${leaves.length} leaves equal`);
  expect(leaves.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}
