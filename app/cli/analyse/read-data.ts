import { readFileSync } from 'node:fs';
import { readTable } from '../../services/analyses/read-table.ts';
import type { Table } from '#analysis/table/table.ts';
import { UsageError } from './usage-error.ts';

const fileProblems: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'this file may not be read',
};

function plainly({ code = '', message, lines }: Error & { code?: string; lines?: number }): string {
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    return `line ${lines ?? ''} has not as many cells as the header`;
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and not closed';
  return fileProblems[code] ?? message;
}

/** @throws UsageError where the file cannot be read as a table. */
export function readData(file: string): Table {
  try {
    return readTable(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--data ${file}: ${plainly(error as Error)}`);
  }
}
