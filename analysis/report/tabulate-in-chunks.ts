import { buildItemPairTables } from '../psychometrics/build-item-pair-tables.ts';
import type { ItemPairTables, ItemSpecification } from '../psychometrics/item-pair-tables.ts';
import { mergeItemPairTables } from '../psychometrics/merge-item-pair-tables.ts';

/** Rows between two looks at `shouldStop`, and enough of them for packed counting. */
const chunkRows = 100_000;

/**
 * Item pair tables of many respondents, built in chunks between which the run may be stopped.
 *
 * T = Σ_chunks T(chunk), see `mergeItemPairTables`.
 *
 * @param codes n × width, row-major.
 * @param width number of columns.
 * @param items, columns the selected items and their columns.
 * @param shouldStop asked before each chunk.
 * @returns the tables, or null when stopped.
 * @remarks Missing data: as `buildItemPairTables`. No rows give tables of zeros.
 * @throws as `buildItemPairTables`; a row in the error counts from the chunk's start.
 * @see `mergeItemPairTables`. Checked against one chunk.
 */
export function tabulateInChunks(
  codes: Int16Array,
  width: number,
  { items, columns }: { items: readonly ItemSpecification[]; columns: readonly number[] },
  shouldStop: () => boolean,
): ItemPairTables | null {
  let tables: ItemPairTables | undefined;
  for (let start = 0; start === 0 || start < codes.length; start += chunkRows * width) {
    if (shouldStop()) return null;
    const chunk = codes.subarray(start, start + chunkRows * width);
    const next = buildItemPairTables({ codes: chunk, items, columns, width });
    tables = tables ? mergeItemPairTables(tables, next) : next;
  }
  return tables ?? null;
}
