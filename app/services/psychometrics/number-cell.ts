import type { Reader } from '../results/reader.server.ts';
import type { Cell } from './study-analysis.ts';

/** A number as a page shows it, all its digits for files; a dash where there is none. */
export function numberCell(
  reader: Pick<Reader, 'number'>,
  value: number | null | undefined,
  decimals = 2,
): Cell {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  return { text: reader.number(value, decimals), value };
}
