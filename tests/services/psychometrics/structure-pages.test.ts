import { beforeAll, expect, it } from 'vitest';
import { reportFactorability } from '#analysis/correlations/report-factorability.ts';
import { reportGradedResponse } from '#analysis/irt/report-graded-response.ts';
import { confirmatoryFactorAnalysis } from '#analysis/models/confirmatory-factor-analysis.ts';
import { reportCfaOrdinal } from '#analysis/models/ordinal/report-cfa-ordinal.ts';
import { countFactors } from '#analysis/psychometrics/exploratory/count-factors.ts';
import { exploreFactors } from '#analysis/psychometrics/exploratory/explore-factors.ts';
import type { Table } from '#analysis/table/table.ts';
import { withActor } from '#app/database.server.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import type { Member } from '#db/actor.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { analysedTable, askAnalysis, computedView, valuesOf } from './analysed-pages.ts';

const items = nurseAiReadiness.items.map(({ id }) => id);
const claimed = [
  'operations.workforce =~ nai.1 + nai.2 + nai.3 + nai.4 + nai.5',
  'clinical.benefit =~ nai.6 + nai.7 + nai.8 + nai.9',
].join('\n');

/** Narrows a report to the one of a model that came to a result. */
function estimated<Report extends object>(report: Report): Exclude<Report, { ok: false }> {
  if ('ok' in report && report.ok === false) throw new Error('the answers determine the model');
  return report as Exclude<Report, { ok: false }>;
}

describeOnDatabases('the structure of a scale', () => {
  let workspace: Workspace;
  let member: Member;
  let study: FieldedStudy;
  let table: Table;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North']);
    member = await createMember(workspace, 'researcher');
    study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 240, 4), { seed: 4 });
    await computedView({ workspace, member, study }, 'reliability');
    table = await analysedTable({ workspace, study });
  });

  const computed = (analysis: AnalysisId, search = '') =>
    computedView({ workspace, member, study }, analysis, search);
  const ask = (analysis: AnalysisId, search = '') =>
    askAnalysis({ workspace, member, study }, analysis, search);

  it('counts factors with the numbers of the library, from the seed of the address', async () => {
    const view = await computed('dimensions', 'draws=200&seed=7');
    const options = { items, correlation: 'pearson', draws: 200, seed: 7, most: 8 } as const;
    const report = estimated(countFactors(table, options));
    const { components } = report.parallel;
    expect(valuesOf(view, 'eigenvalues', 'observed')).toEqual([...components.observed]);
    expect(valuesOf(view, 'eigenvalues', 'percentile')).toEqual([...components.percentile95]);
    expect(valuesOf(view, 'rules', 'factors')[0]).toBe(report.advised);
    expect(valuesOf(view, 'candidates', 'simple1')).toEqual(
      report.candidates.map(({ simplicity1 }) => simplicity1),
    );
    const worth = estimated(reportFactorability(table, { items }));
    expect(valuesOf(view, 'factorability', 'value').slice(0, 2)).toEqual([
      worth.kmo,
      worth.bartlett.chiSquare,
    ]);
    const [scree] = view.charts;
    expect(scree).toMatchObject({ kind: 'lines', series: [{}, { isReference: true }] });
    const other = await ask('dimensions', 'draws=200&seed=8');
    expect(other.run?.state).toBe('queued');
  });

  it('explores as many factors as the instrument claims, unless asked for others', async () => {
    const view = await computed('factors');
    const options: Parameters<typeof exploreFactors>[1] = {
      ...{ items, factors: 2, correlation: 'pearson', method: 'minres', rotation: 'oblimin' },
      ...{ kaiser: false, randomStarts: 10, seed: 1 },
    };
    const report = estimated(exploreFactors(table, options));
    const sorted = (values: readonly unknown[]) => [...values].sort();
    expect(sorted(valuesOf(view, 'pattern', 'F1'))).toEqual(
      sorted(report.loadings.map(([first]) => first)),
    );
    expect(valuesOf(view, 'factor-correlations', 'F2')[0]).toBe(report.factorCorrelations[0]?.[1]);
    expect(valuesOf(view, 'variance', 'share')).toEqual(report.varianceShares);
    const one = await computed('factors', 'scale=clinical-benefit&correlation=polychoric');
    expect(one.tables.map(({ id }) => id)).toEqual(['pattern', 'variance', 'fit']);
    const tooMany = await ask('factors', 'factors=9');
    expect(tooMany.fields.find(({ name }) => name === 'factors')).toMatchObject({
      value: '9',
      max: 5,
    });
  });

  it('confirms the claimed structure of ordered answers, every index under its variant', async () => {
    const page = await ask('confirmatory');
    expect(page.fields[0]).toMatchObject({ name: 'model', value: claimed });
    const view = await computed('confirmatory');
    const report = estimated(reportCfaOrdinal(table, { model: claimed }));
    const fit = view.tables.find(({ id }) => id === 'fit');
    const rowOf = (measure: string, variant: string) =>
      fit?.rows.find((row) => row['measure'] === measure && row['variant'] === variant);
    expect(rowOf('Chi-square', 'scaled')?.['value']).toMatchObject({
      value: report.fit.scaled?.test.chiSquare,
    });
    expect(rowOf('CFI', 'robust')?.['value']).toMatchObject({ value: report.fit.robust?.cfi });
    expect(fit?.rows.every((row) => row['variant'] !== '')).toBe(true);
    expect(rowOf('All together', 'robust')).toMatchObject({ cosmin: 'met' });
    const loadings = report.estimates.filter(({ op }) => op === '=~');
    expect(valuesOf(view, 'loadings', 'standardised')).toEqual(
      loadings.map(({ standardised }) => standardised),
    );
    expect(valuesOf(view, 'loadings', 'standardisedError')).toEqual(
      loadings.map(({ standardError }) => standardError),
    );
    expect(valuesOf(view, 'convergent', 'ave')).toEqual(
      report.factors.map(({ averageVarianceExtracted }) => averageVarianceExtracted),
    );
    expect(view.charts[0]).toMatchObject({ kind: 'path-diagram', items: { length: 9 } });
  });

  it.each([
    ['MLR', { estimator: 'MLR', missing: 'listwise' }],
    ['ML', { estimator: 'ML', missing: 'listwise' }],
    ['FIML', { estimator: 'MLR', missing: 'fiml' }],
  ] as const)('estimates by %s', async (estimator, options) => {
    const model = 'readiness =~ nai.1 + nai.2 + nai.3 + nai.4\nnai.1 ~~ nai.2';
    const search = new URLSearchParams({ model, estimator }).toString();
    const view = await computed('confirmatory', search);
    const report = estimated(confirmatoryFactorAnalysis(table, { model, ...options }));
    const first = report.parameters[0];
    expect(valuesOf(view, 'loadings', 'standardised')[0]).toBe(first?.standardised);
    expect(valuesOf(view, 'loadings', 'standardisedError')[0]).toBe(
      first?.standardisedStandardError,
    );
    expect(valuesOf(view, 'loadings', 'standardised')).toHaveLength(4);
    expect(valuesOf(view, 'correlations', 'standardised')).toHaveLength(1);
    expect(view.findings[0]).toContain(`${report.nUsed} people`);
    const variants = new Set(valuesOf(view, 'fit', 'variant'));
    expect(variants.has('robust')).toBe(estimator !== 'ML');
  });

  it.each([
    ['a =~ nai.1 + + nai.2', 'Line 1, column 14: found “+”, expected a name.'],
    ['a =~ nai.1 +', 'Line 1, column 13: the text ends there, expected a name.'],
    ['a =~ nai.1 + nai.2\nb =~ nai.77', 'Line 2, column 6: this study has no item nai.77.'],
    ['nai.1 ~~ nai.2', 'No line says =~'],
    ['a =~ nai.1 + nai.1 + nai.2 + nai.3', 'a =~ nai.1 is said twice'],
  ])(
    'says where the model text %j is wrong, keeps it and computes nothing',
    async (model, says) => {
      const runs = () =>
        withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
          tx.$count(analysisRuns),
        );
      const before = await runs();
      const page = await ask('confirmatory', new URLSearchParams({ model }).toString());
      expect(page.fields[0]?.error).toContain(says);
      expect(page).toMatchObject({ run: null, view: null });
      expect(page.fields[0]).toMatchObject({ name: 'model', value: model });
      expect(page.notPossible).toContain('field says why');
      expect(await runs()).toBe(before);
    },
  );

  it('keeps a model text that is too long for an address', async () => {
    const model = `a =~ nai.1 + nai.2 + nai.3 # ${'because '.repeat(500)}end`;
    const page = await ask('confirmatory', new URLSearchParams({ model }).toString());
    expect(page.fields[0]).toMatchObject({ value: model });
    expect(page.fields[0]?.error).toContain('at most 4000');
  });

  it('judges no model that fits any answers', async () => {
    const model = 'a =~ nai.1 + nai.2 + nai.3';
    const search = new URLSearchParams({ model, estimator: 'ML' }).toString();
    const fit = (await computed('confirmatory', search)).tables.find(({ id }) => id === 'fit');
    expect(new Set(fit?.rows.map(({ huBentler }) => huBentler))).toEqual(new Set(['']));
  });

  it('says in words that a solution is improper', async () => {
    const model = 'a =~ nai.1 + nai.2\nb =~ nai.3 + nai.4';
    const search = new URLSearchParams({ model, estimator: 'ML' }).toString();
    const view = await computed('confirmatory', search);
    expect(view.cautions.join(' ')).toContain('Improper solution: the correlations of the factors');
  });

  it('fits a graded response model and keeps no scores of single people', async () => {
    const view = await computed('item-response', 'item=nai-3');
    const report = estimated(reportGradedResponse(table, { items }));
    expect(valuesOf(view, 'parameters', 'a')).toEqual(
      report.items.map(({ slope }) => slope.estimate),
    );
    expect(valuesOf(view, 'parameters', 'b1-error')).toEqual(
      report.items.map(({ thresholds }) => thresholds[0]?.standardError),
    );
    expect(valuesOf(view, 'measures', 'value')[0]).toBe(report.marginalReliability);
    const { pairs, mean } = report.localDependence;
    expect(pairs.filter(({ q3 }) => q3 - mean >= 0.2)).toEqual([]);
    expect(view.tables.map(({ id }) => id)).not.toContain('local-dependence');
    expect(view.findings.at(-1)).toContain('No pair of items stands out');
    expect(view.charts.map(({ id }) => id)).toEqual([
      'test-information',
      'item-information',
      'categories',
    ]);
    expect(view.charts[2]?.subtitle).toContain('nai-3');
    expect(view.cautions.join(' ')).not.toContain('One factor does not fit');
    const oneFactor = estimated(
      reportCfaOrdinal(table, { model: `factor =~ ${items.join(' + ').replaceAll('-', '.')}` }),
    );
    expect(oneFactor.fit.robust?.cfi).toBeGreaterThan(0.95);
    expect(view.methods.join(' ')).toContain(
      `CFI ${oneFactor.fit.robust?.cfi?.toFixed(3)} (robust)`,
    );
    const results = await withActor(
      { kind: 'system', organisationId: workspace.organisationId },
      (tx) => tx.select({ result: analysisRuns.result }).from(analysisRuns),
    );
    expect(JSON.stringify(results)).not.toContain('eapSe');
  });
});
