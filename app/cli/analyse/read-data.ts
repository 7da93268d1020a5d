import { readFileSync } from 'node:fs';
import { AnalysisError } from '#analysis/errors.ts';
import { explainRefusal } from '../../services/analyses/explain-refusal.ts';
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
  if (code === 'CSV_INVALID_CLOSING_QUOTE' || code === 'INVALID_OPENING_QUOTE') {
    return `line ${lines ?? ''} has a quotation mark inside a cell: write it twice`;
  }
  return fileProblems[code] ?? message;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('the file is not in UTF-8: save it anew as CSV UTF-8');
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

/** A header without commas is no table of ours: decimal commas come with semicolons, and would be words. */
function refuseOtherSigns(text: string): void {
  const [header = ''] = text.split(/\r?\n/u, 1);
  const bare = header.replaceAll(/"[^"]*"/gu, '');
  const sign = count(bare, ';') > count(bare, ',') ? 'semicolons' : 'tabs';
  if (sign === 'semicolons' || count(bare, '\t') > count(bare, ',')) {
    throw new UsageError(`the columns stand apart by ${sign}: save the file with commas`);
  }
}

/** @throws UsageError where the file cannot be read as a table. */
export function readData(file: string): Table {
  try {
    const text = decode(readFileSync(file));
    refuseOtherSigns(text);
    return readTable(text);
  } catch (error) {
    if (error instanceof AnalysisError) {
      throw new UsageError(`--data ${file}: ${explainRefusal(error)}`);
    }
    throw new UsageError(`--data ${file}: ${plainly(error as Error)}`);
  }
}
