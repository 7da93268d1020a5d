import type { ItemSpecification } from '#analysis/psychometrics/item-pair-tables.ts';

export interface ItemsFromColumns {
  columns: readonly (readonly number[])[];
  /** Possible answers; default: those that occur in the column. */
  categories?: readonly number[];
  /** One per column. */
  reversed?: readonly boolean[];
}

/** Answers as codes: code c is the c-th category; a blank is "skipped". */
export function itemsFromColumns({ columns, categories, reversed = [] }: ItemsFromColumns): {
  codes: Int16Array;
  items: ItemSpecification[];
} {
  const n = columns[0]?.length ?? 0;
  const k = columns.length;
  const codes = new Int16Array(n * k);
  const items = columns.map((column, item) => {
    const answered = column.filter((value) => !Number.isNaN(value));
    const values = categories ?? [...new Set(answered)].sort((a, b) => a - b);
    const sum = Math.min(...values) + Math.max(...values);
    column.forEach((value, row) => {
      codes[row * k + item] = Number.isNaN(value) ? -2 : values.indexOf(value);
    });
    const scores = values.map((value) => (reversed[item] === true ? sum - value : value));
    return { codes: [...values.keys()], scores };
  });
  return { codes, items };
}
