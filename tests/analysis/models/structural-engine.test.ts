import { describe, expect, it } from 'vitest';
import { normalDerivatives } from '#analysis/models/normal/normal-derivatives.ts';
import { normalState } from '#analysis/models/normal/normal-state.ts';
import { buildModel } from '#analysis/models/table/build-model.ts';
import type { StructuralModel } from '#analysis/models/table/parameter.ts';
import { splitPatterns } from '#analysis/numeric/normal/split-patterns.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { directionsOf } from '#analysis/numeric/structure/directions.ts';
import { fillMatrices } from '#analysis/numeric/structure/fill-matrices.ts';
import { impliedMoments } from '#analysis/numeric/structure/implied-moments.ts';
import { momentJacobian } from '#analysis/numeric/structure/moment-jacobian.ts';

const text = `f =~ x1 + x2 + x3 + x4
  g =~ NA*x4 + a*x5 + a*x6 + x1
  h =~ x7 + x8 + x9
  second =~ f + g
  h ~ second + f
  x1 ~~ x5; f ~ 1; second ~ 1`;

const model = buildModel(text, { groups: 2, hasMeans: true, equal: ['loadings'] });
const random = seededGenerator(20261125);
const p = model.items.length;

function parametersOf({ freeCount, parameters }: StructuralModel): Float64Array {
  const theta = Float64Array.from({ length: freeCount }, () => 0.3 + 0.3 * random());
  for (const { lhs, op, rhs, parameter } of parameters) {
    if (parameter >= 0 && op === '~~') theta[parameter] = lhs === rhs ? 1 + random() : 0.05;
  }
  return theta;
}

const theta = parametersOf(model);
const groups = [0, 1].map(() => {
  const cell = () => 2 * random() + (random() < 0.1 ? NaN : 0);
  const patterns = splitPatterns(Float64Array.from({ length: 60 * p }, cell), p);
  return { n: patterns.reduce((sum, { n }) => sum + n, 0), patterns };
});
const data = { n: groups.reduce((sum, { n }) => sum + n, 0), groups };
const elements = model.groups.map((group) => group.elements);

function stateAt(x: Float64Array) {
  const state = normalState(model, x, data);
  if (!state) throw new Error('not positive definite');
  return state;
}

/** Central differences of a vector function, one row a parameter. */
function differences(value: (x: Float64Array) => ArrayLike<number>): number[][] {
  const step = 1e-5;
  return Array.from(theta, (_, r) => {
    const moved = (by: number) => value(theta.map((t, index) => (index === r ? t + by : t)));
    const [above, below] = [moved(step), moved(-step)];
    return Array.from(above, (a, index) => (a - (below[index] ?? NaN)) / (2 * step));
  });
}

const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));

describe('the engine of structural models', () => {
  it('shares parameters by label and over groups', () => {
    const named = (lhs: string, rhs: string) =>
      model.parameters.filter((row) => row.lhs === lhs && row.rhs === rhs);
    const [x5] = named('g', 'x5');
    for (const row of [...named('g', 'x5'), ...named('g', 'x6')]) {
      expect(row.parameter).toBe(x5?.parameter);
    }
    expect(new Set(named('x1', 'x1').map(({ parameter }) => parameter)).size).toBe(2);
    expect(named('f', 'x1').map(({ parameter, value }) => [parameter, value])).toEqual([
      [-1, 1],
      [-1, 1],
    ]);
  });

  it('has the gradient of its discrepancy, missing data and all', () => {
    const { gradient } = normalDerivatives(
      ...([stateAt(theta), data, elements, model.freeCount, 'expected'] as const),
    );
    const numeric = differences((x) => [stateAt(x).value]);
    expect(largest(numeric.map(([value = NaN], r) => value - (gradient[r] ?? NaN)))).toBeLessThan(
      1e-8,
    );
  });

  it('has the Hessian of its discrepancy as observed information', () => {
    const width = model.freeCount;
    const at = (x: Float64Array, kind: 'expected' | 'observed') =>
      normalDerivatives(stateAt(x), data, elements, width, kind);
    const { curvature } = at(theta, 'observed');
    const numeric = differences((x) => at(x, 'expected').gradient).flat();
    expect(largest(numeric.map((value, r) => value - (curvature[r] ?? NaN)))).toBeLessThan(1e-8);
  });

  it('has the Jacobian of its moments', () => {
    const [group] = model.groups;
    if (!group) throw new Error('no group');
    const at = (x: Float64Array) => {
      const matrices = fillMatrices(group.template, group.elements, x);
      const directions = directionsOf(matrices, group.elements);
      if (!directions) throw new Error('singular');
      return { directions, ...impliedMoments(matrices, directions) };
    };
    const moments = (x: Float64Array) => {
      const { mean, covariance } = at(x);
      const lower = Array.from({ length: p }, (_, j) =>
        Array.from({ length: p - j }, (__, i) => covariance[(i + j) * p + j] ?? NaN),
      );
      return [...mean, ...lower.flat()];
    };
    const width = model.freeCount;
    const jacobian = momentJacobian(at(theta).directions, group.elements, width);
    const numeric = differences(moments);
    const deviations = numeric.flatMap((column, parameter) =>
      column.map((value, row) => value - (jacobian[row * width + parameter] ?? NaN)),
    );
    expect(largest(deviations)).toBeLessThan(1e-8);
  });
});
