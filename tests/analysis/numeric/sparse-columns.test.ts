import { expect, it } from 'vitest';
import { beside } from '#analysis/numeric/sparse/beside.ts';
import { denseRows } from '#analysis/numeric/sparse/dense-rows.ts';
import { keepColumns } from '#analysis/numeric/sparse/keep-columns.ts';
import { usedColumns } from '#analysis/numeric/sparse/used-columns.ts';
import { selectRows } from '#analysis/numeric/sparse/select-rows.ts';
import { sparseMatrix, type SparseMatrix } from '#analysis/numeric/sparse/sparse-matrix.ts';

const dense = ({ rows, columns, starts, columnOf, values }: SparseMatrix): number[][] =>
  Array.from({ length: rows }, (_, row) => {
    const own = Array.from({ length: columns }, () => 0);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      own[columnOf[at] ?? 0] = values[at] ?? 0;
    }
    return own;
  });
const entries = (...own: [number, number][]) => new Map(own);
const a = sparseMatrix([entries([4, 1], [0, 2]), entries(), entries([2, -3])], 5);

it('chooses rows and columns of a sparse matrix', () => {
  expect(dense(selectRows(a, [2, 0, 2]))).toEqual([
    [0, 0, -3, 0, 0],
    [2, 0, 0, 0, 1],
    [0, 0, -3, 0, 0],
  ]);
  const used = usedColumns(a);
  expect([...used]).toEqual([0, 2, 4]);
  expect(dense(keepColumns(a, used))).toEqual([
    [2, 0, 1],
    [0, 0, 0],
    [0, -3, 0],
  ]);
  expect(dense(keepColumns(a, Int32Array.of(4)))).toEqual([[1], [0], [0]]);
});

it('puts matrices side by side', () => {
  const b = denseRows(Float64Array.of(1, 2, 0, 4, 5, 6), 3, 2);
  expect(dense(b)).toEqual([
    [1, 2],
    [0, 4],
    [5, 6],
  ]);
  const both = beside([a, b]);
  expect(dense(both)).toEqual(dense(a).map((row, at) => [...row, ...(dense(b)[at] ?? [])]));
  expect(both.values.every((value) => value !== 0)).toBe(true);
  expect(dense(beside([denseRows(new Float64Array(0), 2, 0)]))).toEqual([[], []]);
});
