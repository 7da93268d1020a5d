import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { readTable } from '#app/services/analyses/read-table.ts';
import type { Table } from '#analysis/table/table.ts';
import { compareTree } from '../../../oracle/compare.ts';

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
): void {
  const leaves = compareTree('', expected, actual, { tolerance: { ...limit }, named: [] });
  const wrong = leaves.filter(({ status }) => status !== 'passed');
  console.info(`${title}: ${leaves.length - wrong.length} of ${leaves.length} leaves equal`);
  expect(leaves.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}
