import type { Reader } from '../results/reader.server.ts';
import { numberCell } from './number-cell.ts';
import type { Cell } from './study-analysis.ts';

/** A p value as papers write it: below 0.001 the bound, in files the number itself. */
export function pCell(reader: Pick<Reader, 'number'>, p: number | null | undefined): Cell {
  if (typeof p === 'number' && p < 0.001) {
    return { text: `<\u00a0${reader.number(0.001, 3)}`, value: p };
  }
  return numberCell(reader, p, 3);
}
