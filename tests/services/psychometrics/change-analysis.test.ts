import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, expect, it } from 'vitest';
import { comparePaired } from '#analysis/groups/compare-paired.ts';
import { getAnalysisFile } from '#app/services/psychometrics/analysis-file.server.ts';
import { readPairedRows } from '#app/services/psychometrics/change/read-paired-rows.server.ts';
import {
  getAnalysisPage,
  loadAnalysis,
} from '#app/services/psychometrics/get-analysis-page.server.ts';
import { reproduceAnalysis } from '#app/services/psychometrics/reproduce/reproduce-analysis.server.ts';
import { getChangePage } from '#app/services/results/get-change-page.server.ts';
import { getGroups } from '#app/services/results/get-groups.server.ts';
import { openComparison } from '#app/services/results/open-comparison.server.ts';
import { filterSchema } from '#app/services/results/page-params.ts';
import type { Member } from '#db/actor.server.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
  type Person,
} from '#tests/services/results/fielded-study.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import { getAnalysisReaderFor, getReaderFor } from '#tests/services/results/reader-for.ts';
import { settle } from '#tests/services/results/settle.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { valuesOf } from './analysed-pages.ts';

const reader = getAnalysisReaderFor('en');
const filter = filterSchema.parse({});
const reason = 'A reviewer asked to see the numbers again';
/** Every item means something else at the later wave: nothing that a few free items repair. */
const wordings = [0.9, -0.9, 0.1, 0.5, -0.5, 0.9, -0.9, 0.4, -0.2];

describeOnDatabases('change of the same people as an analysis', () => {
  let workspace: Workspace;
  let researcher: Member;
  let custodian: Member;
  /** Answered higher at the second wave, and understood alike. */
  let study: FieldedStudy;
  /** Understood differently at the second wave. */
  let changed: FieldedStudy;

  const request = (of: FieldedStudy, search = '') => ({
    ...{ studyId: of.studyId, analysis: 'change' as const },
    search: new URLSearchParams(search),
  });

  async function field(shift: (person: Person, item: number) => number, returning = 260) {
    const own = await createStudy(workspace, { waves: 2, covariates: [] });
    const people = drawPeople(workspace, 300).map((person, index) => ({
      ...person,
      linkHash: `code-${index}`,
    }));
    await addResponses(workspace, own, people, { seed: 3 });
    const waveId = own.waveIds[1] ?? '';
    const back = people.slice(0, returning);
    await addResponses(workspace, own, back, { waveId, seed: 4, shift });
    await settle(workspace, () => getAnalysisPage(researcher, reader, request(own)));
    return own;
  }

  async function archived(member: Member, of: FieldedStudy, why?: string) {
    const { body } = await reproduceAnalysis(member, reader, request(of), why);
    const { files } = await JSZip.loadAsync(body);
    const texts = await Promise.all(
      Object.values(files).map(async (file) => [file.name, await file.async('string')] as const),
    );
    return Object.fromEntries(texts);
  }

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South']);
    researcher = await createMember(workspace, 'researcher');
    custodian = await createMember(workspace, 'data-custodian');
    study = await field(() => 0.6);
    changed = await field((_person, item) => wordings[item] ?? 0);
  }, 240_000);

  it('says the numbers of the library on the pairs of the page of change', async () => {
    const { page, source } = await loadAnalysis(researcher, reader, request(study));
    if (!page.view || !source) throw new Error(page.notPossible ?? 'the analysis is done');
    const { organisationId } = workspace;
    const { table } = await readPairedRows(
      { organisationId, studyId: study.studyId, siteScope: '*', requestedBy: null },
      source.specification,
    );
    const options = { pre: 'before:total', post: 'after:total' };
    const { n, pairedT, effectSizes, wilcoxonSignedRank } = comparePaired(table, options);
    if (!pairedT.ok || !effectSizes.ok || !wilcoxonSignedRank.ok) throw new Error('scores vary');
    const { view } = page;
    expect(valuesOf(view, 'change', 'n')[0]).toBe(n);
    expect(valuesOf(view, 'change', 'change')[0]).toBe(pairedT.meanChange);
    expect(valuesOf(view, 'change', 'low')[0]).toBe(pairedT.interval[0]);
    expect(valuesOf(view, 'tests', 'statistic').slice(0, 2)).toEqual([
      ...[pairedT.t, wilcoxonSignedRank.v],
    ]);
    const { cohensDz, dAv, dAvInterval } = effectSizes;
    expect(valuesOf(view, 'effects', 'value')[0]).toBe(cohensDz.value);
    expect(valuesOf(view, 'effects', 'high')[0]).toBe(cohensDz.interval[1]);
    expect(valuesOf(view, 'effects', 'value')[2]).toBe(dAv);
    expect(valuesOf(view, 'effects', 'low')[2]).toBe(dAvInterval[0]);
    expect(view.findings[0]).toContain('“Wave 1” to “Wave 2”: “Readiness, total” by +0.');
    expect(view.notMeaning).toContain('what caused a change');
    expect(view.methods.join(' ')).toMatch(
      /R 4\.2\.2 and effectsize 0\.8\.3\. Computed by Attune \d/u,
    );
    const own = await getChangePage(researcher, getReaderFor('en'), study.studyId, filter);
    expect(own.rows[0]?.cells['n']).toBe(String(n));
    expect(own.charts).toEqual(view.charts);
    expect(own.links).toEqual({ analysis: true, invariance: true });
  });

  it('comes as tables with all digits, as a chart and for Word', async () => {
    const file = (format: 'csv' | 'svg' | 'docx', part: string) =>
      getAnalysisFile(researcher, reader, request(study), { format, part });
    const effects = await file('csv', 'effects');
    expect(effects.name).toBe('change-effects.csv');
    expect(effects.body).toMatch(/Cohen’s dav,0\.\d{9,}/u);
    expect((await file('svg', 'change-1')).body).toContain('<svg');
    const { body } = await file('docx', '');
    const word = await (
      await JSZip.loadAsync(body as Uint8Array)
    )
      .file('word/document.xml')
      ?.async('string');
    expect(word).toContain('Wilcoxon');
    expect(word).toContain('Methods');
  });

  it('has an archive without pairs while a wave is open, and for whom may not export', async () => {
    for (const member of [researcher, custodian]) {
      const files = await archived(member, study);
      expect(Object.keys(files)).not.toContain('data.csv');
      expect(files['reproduce.R']).toContain('wilcox.test');
    }
  });

  it('shows nothing of scales that the waves do not measure alike, on no page and in no file', async () => {
    const { page, source } = await loadAnalysis(researcher, reader, request(changed));
    if (!page.view || !source) throw new Error(page.notPossible ?? 'the analysis is done');
    expect(source.specification.steps).toEqual([]);
    expect(source.outcomes).toEqual({});
    expect(page.view.tables).toHaveLength(1);
    expect(page.view.cautions[0]).toContain('does not');
    expect(valuesOf(page.view, 'change', 'n')).toEqual(
      Array.from({ length: 3 }, () => 'Means of these groups are not compared'),
    );
    expect(JSON.stringify(page.view.charts)).not.toContain('"estimate"');
    const files = await archived(researcher, changed);
    expect((files['numbers.csv'] ?? '').trim().split('\n')).toHaveLength(1);
    const groups = await getGroups(researcher, getReaderFor('en'), changed.studyId, {
      ...{ wave: null, group: null, by: 'wave' },
    });
    expect(groups.charts).toEqual([]);
  });

  it('is opened with the comparison of the waves, under a name and with the reason', async () => {
    const of = { studyId: changed.studyId, dimension: 'wave' };
    await openComparison(researcher, { ...of, reason });
    const { view } = await getAnalysisPage(researcher, reader, request(changed));
    expect(view?.tables).toHaveLength(3);
    expect(view?.cautions.join(' ')).toContain(reason);
  });

  it('shows nothing before the comparison of the waves is tested', async () => {
    const own = await createStudy(workspace, { waves: 2, covariates: [] });
    const people = drawPeople(workspace, 120).map((person, index) => ({
      ...person,
      linkHash: `code-${index}`,
    }));
    for (const [seed, waveId] of own.waveIds.entries()) {
      await addResponses(workspace, own, people, { waveId, seed });
    }
    const ask = () => getAnalysisPage(researcher, reader, request(own));
    await ask();
    await computeQueued(workspace);
    await ask();
    await computeQueued(workspace);
    const tested = await ask();
    expect(tested).toMatchObject({ view: null, frame: { run: { state: 'queued' } } });
    const page = await getChangePage(researcher, getReaderFor('en'), own.studyId, filter);
    expect(page).toMatchObject({ charts: [], rows: [] });
    expect((await settle(workspace, ask)).view?.tables).toHaveLength(3);
  }, 120_000);

  it('is refused with the reason where answers cannot be linked, and has no file', async () => {
    const own = await createStudy(workspace, { responseMode: 'anonymous', waves: 2 });
    for (const waveId of own.waveIds) {
      await addResponses(workspace, own, drawPeople(workspace, 40), { waveId });
    }
    const page = await settle(workspace, () => getAnalysisPage(researcher, reader, request(own)));
    expect(page).toMatchObject({ view: null, reproduction: null });
    expect(page.notPossible).toContain('anonymous');
    await expect(
      getAnalysisFile(researcher, reader, request(own), { format: 'docx', part: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const change = await getChangePage(researcher, getReaderFor('en'), own.studyId, filter);
    expect(change.links).toEqual({ analysis: false, invariance: true });
  });

  it('is refused to readers of some sites', async () => {
    const [siteId = ''] = workspace.siteIds;
    const confined = await createMember(workspace, 'researcher', [siteId]);
    const page = await settle(workspace, () => getAnalysisPage(confined, reader, request(study)));
    expect(page).toMatchObject({ view: null, reproduction: null });
    expect(page.notPossible).toContain('all sites together');
  });

  it('is computed again by its archive, from pairs that are nobody across scales', async () => {
    await closeWaves(workspace, study);
    await settle(workspace, () => getAnalysisPage(researcher, reader, request(study)));
    await expect(archived(custodian, study)).rejects.toMatchObject({ reason: 'reason-required' });
    const files = await archived(custodian, study, reason);
    const [header = '', ...rows] = (files['data.csv'] ?? '').trim().split('\n');
    expect(header.split(',')).toEqual([
      ...['before.total', 'after.total'],
      ...['before.operations.workforce', 'after.operations.workforce'],
      ...['before.clinical.benefit', 'after.clinical.benefit'],
    ]);
    expect(rows.length).toBeGreaterThan(200);
    for (const place of [0, 2, 4]) {
      const befores = rows.map((row) => Number(row.split(',')[place]));
      const given = befores.filter((value) => !Number.isNaN(value));
      expect(given).toEqual(given.toSorted((a, b) => a - b));
    }
    expect(files['codebook.csv']).toContain('Readiness, total: Before');
    expect(files['about.json']).toContain('"Wave 1",');
    if (spawnSync('Rscript', ['--version']).status !== 0) {
      process.stdout.write('R is not here: the archive was not computed again\n');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'attune-change-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const run = spawnSync('Rscript', ['reproduce.R'], { cwd: folder, encoding: 'utf8' });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain('63 of 63 numbers agree');
  });
});
