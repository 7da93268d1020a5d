import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { ServiceError } from '../../errors.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type Table = {
  delimiter: Delimiter;
  header: string[];
  /** `line` is where the row begins in the file, as an editor counts. */
  rows: { line: number; cells: string[] }[];
  /** How many rows there are, also of those that are not kept. */
  count: number;
};

const maximumColumns = 1000;

/** Text of an uploaded file; spreadsheets' UTF-16 and single-byte exports are refused, not guessed. */
export function decodeFile(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ServiceError('invalid', 'import-not-utf8');
  }
  if (text.includes('\u0000')) throw new ServiceError('invalid', 'import-not-utf8');
  if (text.trim() === '') throw new ServiceError('invalid', 'import-empty');
  return text;
}

/** The delimiter that splits the header most often outside quotes. */
export function detectDelimiter(text: string): Delimiter {
  const header = (/^.*\S.*$/mu.exec(text)?.[0] ?? '').replace(/"[^"]*"/gu, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

type Row = Table['rows'][number];

const endsIn = (cells: readonly string[]) =>
  cells.reduce((all, cell) => all + cell.split('\n').length - 1, 0);

export type TableOptions = {
  /** Rows after so many are counted alone. */
  most?: number;
  /** Whether a row of empty cells is none; in a table of people it is one who answered nothing. */
  skipsEmptyRows?: boolean;
};

/**
 * Header and rows; ragged rows stay as they are, for whoever checks them to say so. A line that holds
 * nothing at all is neither.
 */
export async function readTable(content: string, options: TableOptions = {}): Promise<Table> {
  const { most, skipsEmptyRows = false } = options;
  // Lines are counted in one kind of ending; files that were put together have several.
  const text = content.replaceAll(/\r\n?/gu, '\n');
  const delimiter = detectDelimiter(text);
  const rows: Row[] = [];
  let [lastLine, count] = [0, -1];
  const parser = parse({
    ...{ delimiter, bom: true, relaxColumnCount: true, trim: true, skipEmptyLines: true },
    ...{ recordDelimiter: '\n', skipRecordsWithEmptyValues: skipsEmptyRows },
    // Kept here and nowhere else: what the parser tells of a row is many times the row.
    onRecord: (cells: string[], { lines }) => {
      lastLine = lines;
      count += 1;
      if (most === undefined || count <= most) rows.push({ line: lines - endsIn(cells), cells });
      return null;
    },
  });
  parser.resume();
  parser.end(text);
  try {
    await finished(parser);
  } catch {
    throw new ServiceError('invalid', 'import-not-csv', { line: lastLine + 1 });
  }
  const [header, ...others] = rows;
  if (!header || others.length === 0) throw new ServiceError('invalid', 'import-empty');
  if (header.cells.length > maximumColumns) throw new ServiceError('invalid', 'import-too-wide');
  return { delimiter, header: header.cells, rows: others, count };
}
