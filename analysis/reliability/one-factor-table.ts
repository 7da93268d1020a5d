import type { ItemMatrix } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';

/**
 * Items under names a model text can hold, with the text of their one-factor model.
 *
 * `factor =~ y1 + y2 + …`, y_i the i-th item.
 *
 * @param matrix n × k, missing is NaN.
 * @returns a table of the same answers and the model text.
 * @remarks Missing data: kept. A researcher's names may contain anything, hence the plain ones.
 * @throws never.
 * @see Jöreskog, K. G. (1971). Statistical analysis of sets of congeneric tests. Psychometrika 36, 109–133.
 *   https://doi.org/10.1007/BF02291393.
 */
export function oneFactorTable({ names, n, values }: ItemMatrix): { table: Table; model: string } {
  const k = names.length;
  const plain = names.map((_, item) => `y${item + 1}`);
  const columns = plain.map((name, item) => {
    const column = Float64Array.from({ length: n }, (_, row) => values[row * k + item] ?? NaN);
    return [name, { kind: 'number' as const, values: column }] as const;
  });
  return { table: { n, columns: new Map(columns) }, model: `factor =~ ${plain.join(' + ')}` };
}
