import { beforeAll, expect, it } from 'vitest';
import { compareManyGroups } from '#analysis/groups/compare-many-groups.ts';
import type { AnalysisId } from '#app/services/psychometrics/analysis-ids.ts';
import { readAnalysedRows } from '#app/services/psychometrics/compute-analysis.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import type { AnalysisTable, AnalysisView } from '#app/services/psychometrics/study-analysis.ts';
import { getWaveView } from '#app/services/results/wave-view.server.ts';
import type { Member } from '#db/actor.server.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import { settle } from '#tests/services/results/settle.ts';
import {
  addResponses,
  createStudy,
  type FieldedStudy,
  type Person,
} from '#tests/services/results/fielded-study.ts';
import { getAnalysisReaderFor } from '#tests/services/results/reader-for.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const reader = getAnalysisReaderFor('en');

/** Two large languages and a small one, three sites, evenly. */
function people({ siteIds }: Workspace): Person[] {
  return Array.from({ length: 360 }, (_, index) => ({
    siteId: siteIds[index % siteIds.length] ?? '',
    language: index < 160 ? 'en' : index < 320 ? 'kk' : 'ru',
    role: (index % 3) + 1,
    experience: null,
  }));
}

describeOnDatabases('analyses that compare groups', () => {
  let workspace: Workspace;
  let researcher: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North', 'South']);
    researcher = await createMember(workspace, 'researcher');
    study = await createStudy(workspace, { covariates: ['role'] });
    // The fifth item is answered higher in Kazakh, everything at the first site.
    await addResponses(workspace, study, people(workspace), {
      seed: 11,
      shift: ({ language, siteId }, item) =>
        (language === 'kk' && item === 4 ? 1.2 : 0) + (siteId === workspace.siteIds[0] ? 0.4 : 0),
    });
    await getWaveView(researcher, { studyId: study.studyId, wave: 'newest' });
    await computeQueued(workspace);
  });

  const ask = (analysis: AnalysisId, search: string) =>
    getAnalysisPage(researcher, reader, {
      studyId: study.studyId,
      analysis,
      search: new URLSearchParams(search),
    });

  async function view(analysis: AnalysisId, search: string): Promise<AnalysisView> {
    const { view: found } = await settle(workspace, () => ask(analysis, search));
    if (!found) throw new Error('the analysis is done');
    return found;
  }

  function table(found: AnalysisView, id: string): AnalysisTable {
    const wanted = found.tables.find((one) => one.id === id);
    if (!wanted) throw new Error(`no table ${id}`);
    return wanted;
  }

  const number = (found: AnalysisTable, row: number, key: string) => {
    const cell = found.rows[row]?.[key];
    return typeof cell === 'object' ? cell.value : NaN;
  };

  it('invariance: an item that works differently breaks it, and holds once it is left free', async () => {
    const search = 'scale=operations-workforce&by=language';
    const whole = await view('invariance', search);
    expect(whole.findings[0]).toContain('does not measure the same');
    expect(whole.findings[1]).toContain('rests on the model of continuous items');
    expect(whole.findings[2]).toContain('nai-5');
    expect(whole.cautions.join(' ')).toContain('was not used. The model');
    expect(whole.cautions.join(' ')).toContain('fewer than 100 answers');
    const changes = table(whole, 'changes-continuous');
    expect(changes.rows.map((row) => row['cheung-rensvold-2002'])).toContain('fails');
    const partial = await view('invariance', `${search}&free=nai-5`);
    expect(partial.findings[0]).toContain('left to differ: nai-5');
    expect(table(partial, 'changes-continuous').rows[1]?.['cheung-rensvold-2002']).toBe('holds');
    expect(table(partial, 'groups').rows).toHaveLength(2);
  });

  it('invariance: holds between sites, which differ in their means alone', async () => {
    const found = await view('invariance', 'scale=operations-workforce&by=site&items=continuous');
    expect(found.findings[0]).toContain('measures the same');
    expect(number(table(found, 'means'), 0, 'value')).toBeLessThan(0);
  });

  it('invariance: is refused where groups are too small, with the minimum and why', async () => {
    const own = await createStudy(workspace, { covariates: [] });
    await addResponses(workspace, own, people(workspace).slice(0, 120));
    const page = () =>
      getAnalysisPage(researcher, reader, {
        studyId: own.studyId,
        analysis: 'invariance',
        search: new URLSearchParams('by=site'),
      });
    await page();
    await computeQueued(workspace);
    const { notPossible } = await page();
    expect(notPossible).toContain('100');
    expect(notPossible).toContain('COSMIN');
  });

  it('differential items: names the item and who answers it higher', async () => {
    const found = await view('item-functioning', 'scale=total&by=language&reference=en&focal=kk');
    expect(found.findings[0]).toContain('nai-5');
    expect(found.findings.join(' ')).toContain('“Қазақша” answers higher');
    const row = table(found, 'items').rows.find(
      ({ item }) => typeof item === 'string' && item.startsWith('nai-5'),
    );
    expect(row?.['verdict']).toBe('large');
    expect(row?.['anchor']).toBe('No');
    expect(found.methods.join(' ')).toContain('Flagged items leave');
    expect(found.findings[1]).toContain('of “Қазақша” against “English”');
    expect(found.methods.join(' ')).toMatch(
      /one-factor model .* CFI [01]\.\d{3} \(robust\), \d+ people/,
    );
  });

  it('known groups: says the numbers of the library on the scores of the wave', async () => {
    const found = await view('known-groups', 'scale=total&by=site');
    const { table: answers } = await readAnalysedRows(
      {
        ...{ organisationId: workspace.organisationId, studyId: study.studyId },
        ...{ siteScope: '*', requestedBy: null },
      },
      {
        ...{ kind: 'analysis', analysis: 'known-groups', waveId: study.waveIds[0] ?? '' },
        ...{ minimumCellSize: 10, groups: ['site'], steps: [] },
      },
    );
    const report = compareManyGroups(answers, {
      ...{ outcome: 'score:total', group: 'site', levels: workspace.siteIds },
    });
    const means = table(found, 'means');
    expect(means.rows.map(({ group }) => group)).toEqual(['East', 'North', 'South']);
    expect(number(means, 0, 'mean')).toBe(report.groups[0]?.mean);
    if (!report.welchAnova.ok) throw new Error('the scores vary');
    expect(number(table(found, 'tests'), 0, 'statistic')).toBe(report.welchAnova.f);
    expect(table(found, 'pairs').rows).toHaveLength(3);
    expect(found.charts[0]).toMatchObject({
      kind: 'interval',
      title: 'The groups differ on “Readiness, total”',
    });
    const { report: wave } = await getWaveView(researcher, { studyId: study.studyId, wave: 1 });
    const shown = wave?.dimensions[0]?.levels[0]?.scales[0]?.score;
    expect(shown?.shown && shown.mean).toBeCloseTo(report.groups[0]?.mean ?? NaN, 10);
  });

  it('known groups: says nothing of a group whose score the results withhold', async () => {
    const own = await createStudy(workspace, { covariates: ['role'] });
    const staff = people(workspace).map((person, index) => ({ ...person, role: (index % 4) + 1 }));
    await addResponses(workspace, own, staff, {
      seed: 12,
      shift: ({ role }) => (role === 3 ? 20 : 0), // all of them give the highest answer
    });
    const page = await settle(workspace, () =>
      getAnalysisPage(researcher, reader, {
        studyId: own.studyId,
        analysis: 'known-groups',
        search: new URLSearchParams('scale=clinical-benefit&by=role'),
      }),
    );
    if (!page.view) throw new Error(page.notPossible ?? 'the analysis is done');
    // A second group is hidden with it, or it could be worked out.
    expect(table(page.view, 'means').rows).toHaveLength(2);
    expect(JSON.stringify(page.view)).not.toContain('"5.00"');
  });

  it('known groups: two groups with an effect size', async () => {
    const found = await view('known-groups', 'scale=total&by=language');
    expect(found.findings[0]).toMatch(/Welch/);
    expect(found.cautions.join(' ')).toContain('drawn at random');
  });

  it('sites and people: ICC of the score, median odds ratio of an item, few sites in words', async () => {
    const score = await view('mixed-model', 'scale=total');
    expect(score.findings[0]).toContain('between sites');
    expect(score.cautions[0]).toContain('only 3 sites');
    expect(number(table(score, 'variances'), 2, 'value')).toBeGreaterThan(0);
    const mean = table(score, 'coefficients');
    const [estimate, error] = [number(mean, 0, 'value'), number(mean, 0, 'error')];
    // qt(0.975, 2) in R 4.2.2
    expect((number(mean, 0, 'high') - estimate) / error).toBeCloseTo(4.302652729749464, 9);
    expect((estimate - number(mean, 0, 'low')) / error).toBeCloseTo(4.302652729749464, 9);
    expect(mean.notes?.join()).toContain('degrees of freedom: 2 (');
    const item = await view('mixed-model', 'scale=total&item=nai-1');
    expect(item.findings[0]).toContain('median odds ratio');
    expect(number(table(item, 'variances'), 1, 'value')).toBeGreaterThan(1);
    const thresholds = table(item, 'coefficients');
    expect(thresholds.columns.map(({ key }) => key)).toEqual(['name', 'value', 'error']);
    expect(thresholds.notes?.join()).toContain('fewer than 10 sites');
  });
});
