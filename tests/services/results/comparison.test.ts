import { beforeAll, expect, it } from 'vitest';
import type { IntervalChart } from '#app/components/charts/chart-types.ts';
import { can } from '#app/permissions.ts';
import { getBoard } from '#app/services/board/get-board.server.ts';
import { getSite } from '#app/services/board/get-site.server.ts';
import { getAnalysisFile } from '#app/services/psychometrics/analysis-file.server.ts';
import { getAnalysisPage } from '#app/services/psychometrics/get-analysis-page.server.ts';
import { getChartFile } from '#app/services/results/get-chart-file.server.ts';
import { getGroups } from '#app/services/results/get-groups.server.ts';
import { getItems } from '#app/services/results/get-items.server.ts';
import { lockComparison, openComparison } from '#app/services/results/open-comparison.server.ts';
import type { Member } from '#db/actor.server.ts';
import { listAuditEntries } from '#db/queries/audit.server.ts';
import { withActor } from '#app/database.server.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, type FieldedStudy, type Person } from './fielded-study.ts';
import { getAnalysisReaderFor, getBoardReaderFor, getReaderFor } from './reader-for.ts';
import { settle } from './settle.ts';
import { buildWorker } from './worker-thread.ts';

const reader = getReaderFor('en');
const analysisReader = getAnalysisReaderFor('en');
const boardReader = getBoardReaderFor('en');
const reason = 'The wording was checked again with native speakers.';

/** Two sites of 150 with two languages of 150, crossed. */
function people({ siteIds }: Workspace, each = 150): Person[] {
  return Array.from({ length: 2 * each }, (_, index) => ({
    siteId: siteIds[index % 2] ?? '',
    language: index < each ? 'en' : 'kk',
    ...{ role: null, experience: null },
  }));
}

/** Every item means something else in Kazakh: nothing that a few free items repair. */
const wordings = [0.9, -0.9, 0.1, 0.5, -0.5, 0.9, -0.9, 0.4, -0.2];
const differently = ({ language }: Pick<Person, 'language'>, item: number) =>
  language === 'kk' ? (wordings[item] ?? 0) : 0;

describeOnDatabases('comparing groups', () => {
  let workspace: Workspace;
  let researcher: Member;
  let chair: Member;
  /** Its items work differently by language. */
  let study: FieldedStudy;
  /** Its items work alike; one site answers higher. */
  let alike: FieldedStudy;

  async function field(shift: (person: Person, item: number) => number, each = 150) {
    const own = await createStudy(workspace, { covariates: [], waves: 2, languages: ['en', 'kk'] });
    for (const [index, waveId] of own.waveIds.entries()) {
      await addResponses(workspace, own, people(workspace, each), { waveId, seed: index, shift });
    }
    return own;
  }

  const groups = (studyId: string, by: string, member = researcher) =>
    getGroups(member, reader, studyId, { wave: null, group: null, by });

  /** The page once all that it asks for one after another is computed. */
  async function settled(studyId: string, by: string, member = researcher) {
    await groups(studyId, by, member);
    while ((await computeQueued(workspace)) > 0) await groups(studyId, by, member);
    return groups(studyId, by, member);
  }

  async function board(studyId: string) {
    const read = async () => {
      const { studies } = await getBoard(chair, boardReader);
      const found = studies.find(({ id }) => id === studyId);
      if (!found) throw new Error('the study is fielded');
      return found;
    };
    await read();
    while ((await computeQueued(workspace)) > 0) await read();
    return read();
  }

  const titles = (charts: readonly { title: string }[]) => charts.map(({ title }) => title);

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'West']);
    researcher = await createMember(workspace, 'researcher');
    chair = await createMember(workspace, 'board-chair');
    study = await field(differently);
    alike = await field(({ siteId }) => (siteId === workspace.siteIds[0] ? 0.5 : 0));
  });

  it('shows no means while it is being tested', async () => {
    await groups(alike.studyId, 'language');
    await computeQueued(workspace);
    const page = await groups(alike.studyId, 'language');
    expect(page.counts).toHaveLength(2);
    expect(page.comparison?.run).toMatchObject({ state: 'queued' });
    expect(page.charts).toEqual([]);
    expect((await settled(alike.studyId, 'language')).charts.length).toBeGreaterThan(0);
  });

  it('over languages in which the items work differently is locked, with the reason', async () => {
    const page = await settled(study.studyId, 'language');
    expect(page.charts).toEqual([]);
    expect(page.comparison).toMatchObject({
      override: null,
      mayOpen: true,
      caveats: [],
      run: null,
    });
    expect(page.comparison?.locked.map(({ id }) => id)).toEqual([
      ...['total', 'operations-workforce', 'clinical-benefit'],
    ]);
    expect(page.comparison?.locked[0]?.reason).toMatch(/CFI falls by 0\.\d+; Cheung & Rensvold/);
    const file = getChartFile(researcher, reader, study.studyId, {
      ...{ page: 'groups', chart: 'language-total', format: 'csv' },
      ...{ wave: null, group: null, by: 'language' },
    });
    await expect(file).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is locked on the page of known groups too, with its files', async () => {
    const request = {
      studyId: study.studyId,
      analysis: 'known-groups' as const,
      search: new URLSearchParams('by=language&scale=total'),
    };
    const ask = () => getAnalysisPage(researcher, analysisReader, request);
    expect(await settle(workspace, ask)).toMatchObject({
      view: null,
      run: null,
      notPossible: expect.stringContaining('CFI falls by') as string,
    });
    const file = { format: 'docx', part: '' } as const;
    await expect(getAnalysisFile(researcher, analysisReader, request, file)).rejects.toMatchObject({
      code: 'not-found',
    });
    const open = { ...request, studyId: alike.studyId };
    const page = await settle(workspace, () => getAnalysisPage(researcher, analysisReader, open));
    expect(page.view?.tables[0]?.rows).toHaveLength(2);
  });

  it('is warned of beside the items of such a group, which stay', async () => {
    const filter = { wave: null, by: 'site', group: { dimension: 'language', level: 'kk' } };
    const order = { sort: 'item', direction: 'ascending' } as const;
    const page = await getItems(researcher, reader, study.studyId, filter, order as never);
    expect(page.warning).toContain('work differently');
    expect(page.charts.length).toBeGreaterThan(0);
  });

  it('over sites, languages and waves in which they work alike is open', async () => {
    const sites = await settled(alike.studyId, 'site');
    expect(sites.comparison).toMatchObject({ locked: [], caveats: [] });
    expect(titles(sites.charts)[0]).toContain('East answered higher than West');
    expect((sites.charts[0] as IntervalChart).notes?.join(' ')).toContain('drawn at random');
    const languages = await settled(alike.studyId, 'language');
    expect(languages.comparison).toMatchObject({ locked: [], caveats: [] });
    expect(titles(languages.charts)[0]).toContain('No clear difference');
    const waves = await settled(alike.studyId, 'wave');
    expect(waves.comparison).toMatchObject({ locked: [], caveats: [] });
  });

  it('on a board claims differences between sites only where they may be compared', async () => {
    const open = await board(alike.studyId);
    expect(titles(open.charts)[0]).toContain('East answered higher than West');
    expect(open.cannot.join(' ')).not.toMatch(/Whether (sites|speakers)|rose or fell/);
    const locked = await board(study.studyId);
    expect(titles(locked.charts).join(' ')).not.toMatch(/higher than|No clear difference/);
    const words = locked.cannot.join(' ');
    expect(words).toContain('the items work differently in some languages');
    expect(words).toContain('at some sites the items work differently');
  });

  it('on a board claims no change between waves in which the items worked differently', async () => {
    const own = await createStudy(workspace, { covariates: [], waves: 2, languages: ['en', 'kk'] });
    for (const [index, waveId] of own.waveIds.entries()) {
      const shift = (_person: Person, item: number) =>
        index === 1 ? 0.6 + differently({ language: 'kk' }, item) : 0;
      await addResponses(workspace, own, people(workspace), { waveId, seed: 20 + index, shift });
    }
    const { cannot } = await board(own.studyId);
    expect(cannot.join(' ')).toContain('between the waves: the items worked differently');
    const site = await getSite(chair, boardReader, workspace.siteIds[0] ?? '');
    const { charts } = site.studies.find(({ id }) => id === own.studyId) ?? { charts: [] };
    const trends = charts.filter(({ kind }) => kind === 'trend');
    expect(trends).not.toEqual([]);
    expect(titles(trends).join(' ')).not.toMatch(/went from|did not change/);
    const page = await settled(own.studyId, 'wave');
    expect(page.charts).toEqual([]);
    expect(page.comparison?.locked).toHaveLength(3);
  });

  it('of sites that were not tested stands with a caveat, and on a board without a claim', async () => {
    const own = await field(({ siteId }) => (siteId === workspace.siteIds[0] ? 1 : 0), 40);
    const page = await settled(own.studyId, 'site');
    expect(page.comparison?.locked).toEqual([]);
    expect(page.comparison?.caveats[0]).toContain('fewer than two groups have 100 answers');
    expect(titles(page.charts)[0]).toContain('East answered higher than West');
    const { charts, cannot } = await board(own.studyId);
    expect(titles(charts).join(' ')).not.toMatch(/higher than|No clear difference/);
    expect((charts[0] as IntervalChart).rows.filter((row) => 'estimate' in row)).toHaveLength(6);
    expect(cannot.join(' ')).toContain('fewer than two sites have 100 answers');
  });

  it('is opened by a researcher under their name, on the pages of results alone', async () => {
    const of = { studyId: study.studyId, dimension: 'language' };
    const before = await board(study.studyId);
    await openComparison(researcher, { ...of, reason });
    const page = await settled(study.studyId, 'language');
    expect(page.charts).toHaveLength(3);
    expect(page.comparison?.override).toMatchObject({ reason });
    expect(page.comparison?.locked).toHaveLength(3);
    expect((page.charts[0] as IntervalChart).notes?.[0]).toContain('does not measure the same');
    const after = await board(study.studyId);
    expect(after.cannot).toEqual(before.cannot);
    expect(titles(after.charts)).toEqual(titles(before.charts));
    await expect(openComparison(researcher, { ...of, reason })).rejects.toMatchObject({
      code: 'conflict',
    });
    await lockComparison(researcher, of);
    expect((await groups(study.studyId, 'language')).charts).toEqual([]);
    const { organisationId } = workspace;
    const entries = await withActor({ kind: 'system', organisationId }, (tx) =>
      listAuditEntries(tx, {
        ...{ organisationId, action: null, actor: null, from: null, to: null },
        ...{ offset: 0, limit: 2 },
      }),
    );
    expect(entries).toMatchObject([
      { action: 'comparison.locked', detail: { dimension: 'language' } },
      { action: 'comparison.opened', detail: { dimension: 'language', reason } },
    ]);
  });

  it('is opened by nobody else, nor for what the study does not compare', async () => {
    const of = { studyId: study.studyId, dimension: 'language', reason };
    for (const role of memberRoles) {
      const member = await createMember(workspace, role);
      const opening = openComparison(member, { ...of, dimension: 'no-such-dimension' });
      const code = can(member, 'comparisons.open') ? 'not-found' : 'forbidden';
      await expect(opening, role).rejects.toMatchObject({ code });
    }
    const confined = await createMember(workspace, 'researcher', workspace.siteIds.slice(0, 1));
    await expect(openComparison(confined, of)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(openComparison(stranger, of)).rejects.toMatchObject({ code: 'not-found' });
    expect((await settled(study.studyId, 'site', confined)).comparison?.mayOpen).toBe(false);
  });
});
