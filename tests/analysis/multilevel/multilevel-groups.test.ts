import { expect, it } from 'vitest';
import { multilevelGroups } from '#analysis/multilevel/multilevel-groups.ts';
import reference from '#tests/fixtures/analysis/multilevel/cases.json' with { type: 'json' };
import { deviation } from '../support/deviation.ts';
import { readTableFile } from '../support/read-table-file.ts';
import { tableOf } from '../support/table-of.ts';

const scale = { minCategory: 1, maxCategory: 5 };

it('agreement within groups as in the package multilevel; groups of one are left out', () => {
  const { a, b, g, values } = reference.rwgWide;
  const options = { group: 'g', items: ['a', 'b'], ...scale };
  const { agreement } = multilevelGroups(tableOf({ a, b, g }), options);
  expect(agreement?.groups.map(({ level }) => level)).toEqual(['1', '2', '3']);
  for (const [place, group] of (agreement?.groups ?? []).entries()) {
    expect(deviation(group.rwg, values[place] ?? null)).toBeLessThan(1e-12);
  }
});

it('coefficients of dependence follow from the analysis of variance', () => {
  const { dependence, anova, emptyModel, model } = multilevelGroups(
    readTableFile('sim_hospitals.csv'),
    { group: 'hospital', outcome: 'attitude', predictors: ['female'] },
  );
  if (!dependence.ok || !anova.ok || !emptyModel.reml.ok) throw new Error('not estimable');
  expect(dependence.icc2).toBeCloseTo(1 - 1 / anova.f, 12);
  // Spearman–Brown leads from one person to the mean of a group.
  const { icc1, meanGroupSize: k } = dependence;
  expect((k * icc1) / (1 + (k - 1) * icc1)).toBeCloseTo(dependence.icc2, 12);
  expect(emptyModel.reml.icc).toBeCloseTo(dependence.icc1WithK0, 2);
  expect(model?.ml.ok).toBe(true);
});

it('says why there is nothing to say', () => {
  const table = tableOf({ y: [1, 2, 3], g: [1, 1, 1] });
  expect(multilevelGroups(table, { group: 'g', outcome: 'y' })).toMatchObject({
    anova: { ok: false, reason: 'too-few-groups' },
    dependence: { ok: false, reason: 'too-few-groups' },
    agreement: null,
  });
  expect(() => multilevelGroups(table, { group: 'g' })).toThrow('no-outcome');
});
