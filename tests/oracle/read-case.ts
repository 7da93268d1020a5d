import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readTable } from '#app/services/analyses/read-table.ts';
import type { Table } from '#analysis/table/table.ts';
import { generateDataset } from './generate-dataset.ts';
import type { CaseTolerance } from './tolerance.ts';

export interface OracleCase {
  id: string;
  family: string;
  dataset?: string;
  options: Readonly<Record<string, unknown>>;
  tolerance: CaseTolerance;
  expect: Readonly<Record<string, unknown>>;
}

/** Every case below `directory`/values, by name. */
export function readCases(directory: string): OracleCase[] {
  const values = path.join(directory, 'values');
  return readdirSync(values, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(values, name), 'utf8')) as OracleCase);
}

/** The rows a case is about: a file, or generated; neither (numbers in the options alone): no columns. */
export function readDataset(directory: string, { dataset, options }: OracleCase): Table {
  if (dataset !== undefined) return readTable(readFileSync(path.join(directory, dataset), 'utf8'));
  return generateDataset(options) ?? { n: 0, columns: new Map() };
}
