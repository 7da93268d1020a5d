import { describe, expect, it } from 'vitest';
import { modelAtNodes } from '#analysis/irt/marginal-likelihood.ts';
import { parameterLayout, type MarginalModel } from '#analysis/irt/marginal-model.ts';
import { rectangularQuadrature } from '#analysis/irt/quadrature.ts';
import { momentCovariance } from '#analysis/numeric/limited-information/moment-covariance.ts';
import { momentDerivatives } from '#analysis/numeric/limited-information/moment-derivatives.ts';
import { partialCreditItem } from '#analysis/numeric/partial-credit-item.ts';

const categories = [3, 2, 4];
const model: MarginalModel = {
  nodes: rectangularQuadrature(31, -5, 5).nodes,
  blocks: categories.map((count, i) => ({ model: partialCreditItem(i > 0), categories: count })),
  groups: [
    {
      run: { patterns: new Int32Array(), items: 3, counts: new Float64Array() },
      offsets: Int32Array.of(0, 3, 5, 9),
      blocks: [0, 1, 2],
      density: { mean: 'free', variance: 'free' },
    },
  ],
};
const parameters = Float64Array.of(0.4, -0.3, 1.3, 0.2, 0.8, 0.9, 0.5, -0.7, 0.3, -0.2);

function at(values: Float64Array) {
  const found = modelAtNodes(model, parameterLayout(model), values, false);
  const [density] = found?.densities ?? [];
  if (!found || !density) throw new Error('outside the domain');
  const items = found.blocks.map(({ probability }, i) => ({
    probability,
    categories: categories[i] ?? 0,
  }));
  return { found, density, items, implied: momentCovariance(items, density.weights) };
}

describe('moments of ordered items under a model', () => {
  const { found, density, items, implied } = at(parameters);

  it('are those of all answer patterns', () => {
    const size = implied.moments.length;
    expect(size).toBe(2 + 1 + 3 + 3);
    const mean = new Float64Array(size);
    const square = new Float64Array(size * size);
    for (let pattern = 0; pattern < 24; pattern += 1) {
      const x = [Math.floor(pattern / 8), Math.floor(pattern / 4) % 2, pattern % 4];
      const probability = density.weights.reduce(
        (sum, weight, q) =>
          sum +
          items.reduce(
            (product, item, i) =>
              product * (item.probability[(x[i] ?? 0) * model.nodes.length + q] ?? NaN),
            weight,
          ),
        0,
      );
      const [a = 0, b = 0, c = 0] = x;
      const moments = [
        ...[Number(a === 1), Number(a === 2), Number(b === 1)],
        ...[Number(c === 1), Number(c === 2), Number(c === 3), a * b, a * c, b * c],
      ];
      moments.forEach((value, s) => {
        mean[s] = (mean[s] ?? 0) + probability * value;
        moments.forEach((other, t) => {
          square[s * size + t] = (square[s * size + t] ?? 0) + probability * value * other;
        });
      });
    }
    implied.moments.forEach((value, s) => expect(value).toBeCloseTo(mean[s] ?? NaN, 12));
    implied.covariance.forEach((value, cell) => {
      const product = (mean[Math.floor(cell / size)] ?? NaN) * (mean[cell % size] ?? NaN);
      expect(value).toBeCloseTo((square[cell] ?? NaN) - product, 12);
    });
  });

  it('have the derivatives of central differences', () => {
    const layout = parameterLayout(model);
    const derivatives = momentDerivatives(
      found.blocks.map((block, i) => ({
        derivatives: block,
        categories: categories[i] ?? 0,
        start: layout.blocks[i] ?? 0,
        size: (categories[i] ?? 0) - (i > 0 ? 0 : 1),
      })),
      { weights: density.weights, score: density.score, start: layout.densities[0] ?? 0, size: 2 },
      implied.means,
      layout.size,
    );
    const step = 1e-5;
    for (let s = 0; s < layout.size; s += 1) {
      const moved = (by: number) =>
        at(parameters.map((value, t) => (t === s ? value + by : value))).implied.moments;
      const [up, down] = [moved(step), moved(-step)];
      up.forEach((value, a) => {
        const slope = (value - (down[a] ?? NaN)) / (2 * step);
        expect(derivatives[a * layout.size + s]).toBeCloseTo(slope, 8);
      });
    }
  });
});
