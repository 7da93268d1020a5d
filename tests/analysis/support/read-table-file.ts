import { readFileSync } from 'node:fs';
import { readTable } from '#app/services/analyses/read-table.ts';
import type { Table } from '#analysis/table/table.ts';

/** A file of tests/fixtures/oracle/data/shared. */
export function readTableFile(name: string): Table {
  const file = new URL(`../../fixtures/oracle/data/shared/${name}`, import.meta.url);
  return readTable(readFileSync(file, 'utf8'));
}
