import { DomainError } from '../errors.ts';
import { itemMatrix, type ItemMatrix, type ItemSelection } from '../table/item-matrix.ts';
import type { Table } from '../table/table.ts';

export interface MeasurementSelection {
  /** One column per measurement: raters or occasions. */
  readonly measurements?: readonly string[] | undefined;
  /** Or a scale whose items stand in the columns item + suffix, one suffix per occasion. */
  readonly scale?:
    | (ItemSelection & {
        readonly suffixes: readonly string[];
      })
    | undefined;
}

/**
 * Repeated measurements of the same people, as given or as sum scores of a scale.
 *
 * Σ_items x, reverse-keyed items turned.
 *
 * @param table named columns.
 * @param selection columns of measurements, or items with a suffix for each occasion.
 * @returns n × k, rows people; missing is NaN.
 * @remarks Missing data: a sum score needs every item of its occasion.
 * @throws DomainError as `itemMatrix`; 'no-measurements' unless exactly one of the two is given.
 * @see Wickham, H. (2014). Tidy data. J Stat Softw 59(10). https://doi.org/10.18637/jss.v059.i10.
 */
export function repeatedMeasurements(
  table: Table,
  { measurements, scale }: MeasurementSelection,
): ItemMatrix {
  if ((measurements === undefined) === (scale === undefined)) {
    throw new DomainError('no-measurements');
  }
  if (!scale) return itemMatrix(table, { items: measurements ?? [] });
  const { items, reverse = [], suffixes } = scale;
  const k = suffixes.length;
  const values = new Float64Array(table.n * k);
  suffixes.forEach((suffix, occasion) => {
    const withSuffix = (name: string) => `${name}${suffix}`;
    const matrix = itemMatrix(table, {
      ...{ minCategory: scale.minCategory, maxCategory: scale.maxCategory },
      ...{ items: items.map(withSuffix), reverse: reverse.map(withSuffix) },
    });
    for (let row = 0; row < matrix.n; row += 1) {
      const answers = matrix.values.subarray(row * items.length, (row + 1) * items.length);
      values[row * k + occasion] = answers.reduce((sum, value) => sum + value, 0);
    }
  });
  return { names: suffixes, n: table.n, values };
}
