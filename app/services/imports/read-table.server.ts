import { parse } from 'csv-parse';
import { ServiceError } from '../../errors.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type Table = {
  delimiter: Delimiter;
  header: string[];
  /** `line` is where the row begins in the file, as an editor counts. */
  rows: { line: number; cells: string[] }[];
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

type Parsed = { record: string[]; info: { lines: number } };

/** A line that holds nothing at all is neither a heading nor a person who answered nothing. */
const isBlank = ({ cells }: { cells: string[] }) => cells.length === 1 && cells[0] === '';

/** Header and rows; ragged rows stay as they are, for whoever checks them to say so. */
export async function readTable(content: string): Promise<Table> {
  // Lines are counted in one kind of ending; files that were put together have several.
  const text = content.replaceAll(/\r\n?/gu, '\n');
  const delimiter = detectDelimiter(text);
  const parser = parse({ delimiter, bom: true, info: true, relaxColumnCount: true, trim: true });
  parser.write(text);
  parser.end();
  const records: { line: number; cells: string[] }[] = [];
  let nextLine = 1;
  try {
    for await (const parsed of parser) {
      const { record, info } = parsed as Parsed;
      records.push({ line: nextLine, cells: record });
      nextLine = info.lines + 1;
    }
  } catch {
    throw new ServiceError('invalid', 'import-not-csv', { line: nextLine });
  }
  const [header, ...rows] = records.filter((row) => !isBlank(row));
  if (!header || rows.length === 0) throw new ServiceError('invalid', 'import-empty');
  if (header.cells.length > maximumColumns) throw new ServiceError('invalid', 'import-too-wide');
  return { delimiter, header: header.cells, rows };
}
