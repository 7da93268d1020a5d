import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmatoryFactorAnalysis } from '#analysis/models/confirmatory-factor-analysis.ts';
import { exploreFactors } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import { oneFactorOmega } from '#analysis/reliability/one-factor-omega.ts';
import { itemMatrix } from '#analysis/table/item-matrix.ts';
import { largestDeviation } from '../support/largest-deviation.ts';
import { sampleColumns, shuffled, shuffleRows, type Columns } from '../support/sample-columns.ts';
import { tableOf } from '../support/table-of.ts';

const fixed = { seed: 20261125, numRuns: 8 };
const sample = fc.record({ seed: fc.integer(), n: fc.integer({ min: 80, max: 150 }) });
const columnsArbitrary = sample.map((shape) => sampleColumns({ ...shape, k: 6 }));
const namesOf = (columns: Columns) => Object.keys(columns);

type Fit = ReturnType<typeof cfaOf>;

function omegaOf(columns: Columns, items = namesOf(columns)) {
  const omega = oneFactorOmega(itemMatrix(tableOf(columns), { items }));
  if (!omega.ok) throw new Error(omega.reason);
  const loadings = namesOf(columns).map((name) => omega.loadings[items.indexOf(name)]);
  const { omegaImpliedVariance, omegaObservedVariance, fit } = omega;
  return { omegaImpliedVariance, omegaObservedVariance, loadings, fit };
}

function communalitiesOf(columns: Columns, items = namesOf(columns)) {
  const solution = exploreFactors(tableOf(columns), {
    ...{ items, factors: 2, correlation: 'pearson', method: 'minres', rotation: 'oblimin' },
    ...{ randomStarts: 0, seed: 1 },
  });
  if (!solution.ok) throw new Error(solution.reason);
  return namesOf(columns).map((name) => solution.communalities[solution.items.indexOf(name)]);
}

function cfaOf(columns: Columns, missing: 'listwise' | 'fiml', items = namesOf(columns)) {
  const report = confirmatoryFactorAnalysis(tableOf(columns), {
    model: `f =~ ${items.join(' + ')}`,
    missing,
  });
  if (!report.ok) throw new Error(report.reason);
  return report.fit;
}

/** Log-likelihoods, and what follows from them alone, depend on the unit; GFI with means on the origin. */
const withoutUnit = ({ chiSquare, baseline, plain, scaled, robust, srmr }: Fit) => {
  return { chiSquare, baseline, plain, scaled, robust, srmr };
};

describe('one-factor omega', () => {
  it('does not depend on the order of rows and items', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const other = omegaOf(shuffleRows(columns, seed), shuffled(namesOf(columns), seed));
        expect(largestDeviation(other, omegaOf(columns))).toBeLessThan(1e-5);
      }),
      fixed,
    );
  });
});

describe('communalities of an exploratory factor analysis', () => {
  it('do not depend on the order of rows and items', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.integer(), (columns, seed) => {
        const other = communalitiesOf(shuffleRows(columns, seed), shuffled(namesOf(columns), seed));
        expect(largestDeviation(other, communalitiesOf(columns))).toBeLessThan(1e-5);
      }),
      fixed,
    );
  });
});

describe.each(['listwise', 'fiml'] as const)('fit of a factor model, %s', (missing) => {
  const holed = sample.map((shape) => sampleColumns({ ...shape, k: 5, missing: 0.05 }));

  it('does not depend on the order of rows and items', () => {
    fc.assert(
      fc.property(holed, fc.integer(), (columns, seed) => {
        const other = cfaOf(shuffleRows(columns, seed), missing, shuffled(namesOf(columns), seed));
        expect(largestDeviation(other, cfaOf(columns, missing))).toBeLessThan(1e-5);
      }),
      { ...fixed, numRuns: 4 },
    );
  });

  it('does not change when single items are rescaled', () => {
    fc.assert(
      fc.property(holed, (columns) => {
        const rescaled = namesOf(columns).map((name, item): [string, number[]] => {
          return [name, (columns[name] ?? []).map((x) => (item + 1) * x - 3)];
        });
        const other = cfaOf(Object.fromEntries(rescaled), missing);
        expect(
          largestDeviation(withoutUnit(other), withoutUnit(cfaOf(columns, missing))),
        ).toBeLessThan(1e-5);
      }),
      { ...fixed, numRuns: 4 },
    );
  });
});
