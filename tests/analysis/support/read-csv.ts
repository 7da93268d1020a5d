import { readFileSync } from 'node:fs';

/** Columns by name; a blank cell is NaN, text is NaN as well. */
export function readCsv(path: string | URL): Record<string, number[]> {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(','));
  return Object.fromEntries(
    header.split(',').map((name, column) => [
      name,
      rows.map((row) => {
        const cell = row[column]?.trim() ?? '';
        return cell === '' ? NaN : Number(cell);
      }),
    ]),
  );
}
