import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { expect, it } from 'vitest';
import { bestAssignment } from '#analysis/numeric/best-assignment.ts';
import { kMeans } from '#analysis/numeric/clusters/k-means.ts';
import { drawNormal } from '#analysis/numeric/draw-normal.ts';
import { minimiseLbfgs } from '#analysis/numeric/minimise-lbfgs.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { sparseMatrix } from '#analysis/numeric/sparse/sparse-matrix.ts';
import { truncatedSvd } from '#analysis/numeric/sparse/truncated-svd.ts';

it('finds the singular values and rows that a full decomposition has', () => {
  const random = seededGenerator(2);
  const rows = Array.from({ length: 60 }, () => {
    const entries = Array.from({ length: 40 }, (_, c) => [c, drawNormal(random)] as const);
    return new Map(entries.filter(() => random() < 0.3));
  });
  const dense = Matrix.zeros(60, 40);
  for (const [r, row] of rows.entries()) for (const [c, value] of row) dense.set(r, c, value);
  const full = new SingularValueDecomposition(dense);
  const found = truncatedSvd(sparseMatrix(rows, 40), 5, seededGenerator(1), 12);
  for (const [j, value] of found.singularValues.entries()) {
    expect(value).toBeCloseTo(full.diagonal[j] ?? NaN, 6);
    for (let r = 0; r < 60; r += 1) {
      const own = Math.abs(full.leftSingularVectors.get(r, j) * value);
      expect(Math.abs(found.scores[r * found.rank + j] ?? NaN)).toBeCloseTo(own, 3);
    }
  }
});

it('assigns as well as trying every order does', () => {
  const orders = (left: number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((one) =>
          orders(left.filter((other) => other !== one)).map((o) => [one, ...o]),
        );
  const random = seededGenerator(8);
  for (let trial = 0; trial < 20; trial += 1) {
    const gains = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => random()));
    const worth = (order: readonly number[]) =>
      order.reduce((sum, column, row) => sum + (gains[row]?.[column] ?? 0), 0);
    const best = Math.max(...orders([0, 1, 2, 3, 4]).map(worth));
    expect(worth(bestAssignment(gains))).toBeCloseTo(best, 12);
  }
  expect(bestAssignment([[1, 5, 2]])).toEqual([1]);
  expect(bestAssignment([[1], [3], [2]])).toEqual([-1, 0, -1]);
});

it('minimises the valley of Rosenbrock', () => {
  const found = minimiseLbfgs(
    ([x = 0, y = 0], gradient) => {
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
      gradient[1] = 200 * (y - x * x);
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    },
    Float64Array.of(-1.2, 1),
    { tolerance: 1e-9 },
  );
  expect(found[0]).toBeCloseTo(1, 6);
  expect(found[1]).toBeCloseTo(1, 6);
});

it('parts points that lie apart, whatever their weights', () => {
  const random = seededGenerator(4);
  const n = 90;
  const values = new Float64Array(2 * n);
  for (let i = 0; i < n; i += 1) {
    values[2 * i] = 10 * (i % 3) + drawNormal(random);
    values[2 * i + 1] = drawNormal(random);
  }
  const weights = Float64Array.from({ length: n }, () => 1 + Math.floor(random() * 5));
  const { labels, inertia } = kMeans({ values, n, width: 2, weights }, 3, seededGenerator(1));
  for (let i = 3; i < n; i += 1) expect(labels[i]).toBe(labels[i % 3]);
  expect(inertia).toBeLessThan(4 * weights.reduce((sum, weight) => sum + weight, 0));
});
