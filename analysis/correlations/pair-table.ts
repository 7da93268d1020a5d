import type { CaseSelection, ItemPairTables } from '../psychometrics/item-pair-tables.ts';

/** The contingency table of two ordered items; categories nobody chose are left out. */
export interface PairTable {
  readonly rows: number;
  readonly columns: number;
  /** R × C, row-major. */
  readonly counts: Float64Array;
}

/**
 * The contingency table of two items, cut out of item pair tables.
 *
 * n_ab for the categories a, b that occur among those who answered both.
 *
 * @param tables item pair tables.
 * @param cases 'listwise' or 'pairwise'.
 * @param first index of the item in the rows.
 * @param second index of the item in the columns; another one.
 * @returns R × C counts; R or C is 0 when nobody answered.
 * @remarks Missing data: as selected. Empty categories leave, because they have no threshold of their own.
 * @throws never.
 * @see Greenacre, M. (2017). Correspondence Analysis in Practice (3rd ed.), chapter 18. Reference values:
 *   R 4.2.2 `table`.
 */
export function pairTable(
  tables: ItemPairTables,
  cases: CaseSelection,
  first: number,
  second: number,
): PairTable {
  const { items, firstCategory } = tables;
  const m = firstCategory[items.length] ?? 0;
  const pairs = cases === 'listwise' ? tables.completePairs : tables.pairs;
  const categories = (item: number) =>
    Array.from(
      { length: items[item]?.codes.length ?? 0 },
      (_, c) => (firstCategory[item] ?? 0) + c,
    );
  // Only the upper triangle is filled.
  const count = (a: number, b: number) => pairs[Math.min(a, b) * m + Math.max(a, b)] ?? 0;
  const [all, others] = [categories(first), categories(second)];
  const rows = all.filter((a) => others.some((b) => count(a, b) > 0));
  const columns = others.filter((b) => all.some((a) => count(a, b) > 0));
  const counts = Float64Array.from(rows.flatMap((a) => columns.map((b) => count(a, b))));
  return { rows: rows.length, columns: columns.length, counts };
}
