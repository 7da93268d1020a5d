import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { getBoard } from '#app/services/board/get-board.server.ts';
import { getBoardChart } from '#app/services/board/get-board-chart.server.ts';
import { getSite } from '#app/services/board/get-site.server.ts';
import { exportResponses } from '#app/services/exports/export-responses.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import { fromItemCodes } from '#surveys/model/answers.ts';
import { scoreResponse } from '#surveys/scoring/score-response.ts';
import type { IntervalChart, IntervalRow } from '#app/components/charts/chart-types.ts';
import type { Member } from '#db/actor.server.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { studies } from '#db/schema/study.ts';
import { can } from '#app/permissions.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { getBoardReaderFor } from '#tests/services/results/reader-for.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const reader = getBoardReaderFor('en');

describeOnDatabases('the board', () => {
  let workspace: Workspace;
  let chair: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East', 'North', 'South']);
    chair = await createMember(workspace, 'board-chair');
    study = await createStudy(workspace, { waves: 2 });
    await addResponses(workspace, study, drawPeople(workspace, 240, 4), { seed: 4 });
    const waveId = study.waveIds[1] ?? '';
    await addResponses(workspace, study, drawPeople(workspace, 260, 5), { seed: 5, waveId });
  });

  async function board(member = chair) {
    await getBoard(member, reader);
    await computeQueued(workspace);
    const { studies } = await getBoard(member, reader);
    const [shown] = studies;
    if (!shown) throw new Error('the study is fielded');
    return shown;
  }

  const estimated = (row: IntervalRow): row is Extract<IntervalRow, { estimate: number }> =>
    row.suppressed === undefined;

  it('shows that a result is being computed, then the result', async () => {
    const own = await createWorkspace();
    const member = await createMember(own, 'lay-member');
    const fresh = await createStudy(own);
    await addResponses(own, fresh, drawPeople(own, 60));
    const [before] = (await getBoard(member, reader)).studies;
    expect(before).toMatchObject({ content: 'computing', run: { state: 'queued' }, charts: [] });
    await computeQueued(own);
    const [after] = (await getBoard(member, reader)).studies;
    expect(after).toMatchObject({ content: 'shown', run: { state: 'done' } });
    expect(after?.charts.length).toBeGreaterThan(0);
  });

  it('says what the exported answers say', async () => {
    await closeWaves(workspace, study);
    const custodian = await createMember(workspace, 'data-custodian');
    const options = { reason: 'Recomputing the board', hasByteOrderMark: false };
    const csv = await text(await exportResponses(custodian, study.studyId, options));
    const rows = parse<Record<string, string>>(csv, { columns: true });
    const scored = rows.map((row) => {
      const codes = nurseAiReadiness.items.map(({ id }) => Number(row[id]));
      const scores = scoreResponse(nurseAiReadiness, fromItemCodes(nurseAiReadiness, codes));
      return { site: row['site'], wave: row['wave'], scores };
    });
    const { charts } = await board();
    const chart = charts.find(({ id }) => id.startsWith('sites-')) as IntervalChart;
    const shown = chart.rows.filter(estimated);
    expect(shown).toHaveLength(9);
    for (const row of shown) {
      const scale = nurseAiReadiness.scales.find(({ title }) => title.en === row.series);
      const values = scored.flatMap(({ site, wave, scores }) => {
        const score = scores[scale?.id ?? ''];
        return site === row.label && wave === '2' && score?.ok ? [score.score] : [];
      });
      expect(values.length, row.label).toBe(row.n);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(row.estimate).toBeCloseTo(mean, 10);
    }
    const trend = charts.find(({ kind }) => kind === 'trend');
    if (trend?.kind !== 'trend') throw new Error('two waves make a trend');
    for (const { label, points } of trend.series) {
      points.forEach((point, wave) => {
        const values = scored.flatMap((row) =>
          row.site === label && row.wave === String(wave + 1) && row.scores['total']?.ok
            ? [row.scores['total'].score]
            : [],
        );
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect('estimate' in point && point.estimate).toBeCloseTo(mean, 10);
      });
    }
  });

  it('says what cannot be concluded', async () => {
    const { cannot, origin } = await board();
    expect(origin).toBe('synthetic');
    const words = cannot.join(' ');
    for (const expected of [
      'invented by a computer',
      'nobody has checked this wording',
      'the items mean the same in each language',
      'open link',
      'What caused a difference',
    ]) {
      expect(words).toContain(expected);
    }
  });

  it('says that a site is not shown and why, and shows nothing of it', async () => {
    const own = await createWorkspace(['Big', 'Middle', 'Small']);
    const member = await createMember(own, 'secretary');
    const small = await createStudy(own);
    const [big = '', middle = '', tiny = ''] = own.siteIds;
    const people = drawPeople(own, 90).map((person, index) => ({
      ...person,
      siteId: index < 50 ? big : index < 85 ? middle : tiny,
    }));
    await addResponses(own, small, people);
    await getBoard(member, reader);
    await computeQueued(own);
    const [shown] = (await getBoard(member, reader)).studies;
    const chart = shown?.charts[0] as IntervalChart;
    expect(chart.rows.filter(({ label }) => label === 'Small')).toEqual([
      { label: 'Small', series: '', suppressed: 'Fewer than 10 answers: not shown' },
    ]);
    expect(shown?.cannot.join(' ')).toContain('Small');
    const page = await getSite(member, reader, tiny);
    expect(page.studies[0]).toMatchObject({
      hidden: 'Fewer than 10 answers: not shown',
      charts: [],
    });
    expect((await getSite(member, reader, big)).studies[0]?.charts.length).toBeGreaterThan(0);
  });

  it('puts a study that says something before a newer one that does not', async () => {
    const own = await createWorkspace();
    const member = await createMember(own, 'lay-member');
    const older = await createStudy(own);
    await addResponses(own, older, drawPeople(own, 60));
    const newer = await createStudy(own);
    const opened = [older, newer].map(({ studyId }) => studyId);
    for (const [day, id] of opened.entries()) {
      await withActor({ kind: 'system', organisationId: own.organisationId }, (tx) =>
        tx
          .update(studies)
          .set({ openedAt: new Date(Date.UTC(2026, 0, 1 + day)) })
          .where(eq(studies.id, id)),
      );
    }
    const { studies: shown } = await getBoard(member, reader);
    expect(shown.map(({ id }) => id)).toEqual(opened);
  });

  it('keeps members of some sites to these', async () => {
    const [north = '', south = ''] = workspace.siteIds.slice(1);
    const member = await createMember(workspace, 'board-member', [north]);
    const { sites, charts } = await board(member);
    expect(sites.map(({ id }) => id)).toEqual([north]);
    expect((charts[0] as IntervalChart).rows.map(({ label }) => label)).not.toContain('South');
    await expect(getSite(member, reader, south)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is for those who may read it', async () => {
    for (const role of memberRoles) {
      const member = await createMember(workspace, role);
      const reading = getBoard(member, reader);
      if (can(member, 'board.read')) await expect(reading, role).resolves.toBeTruthy();
      else await expect(reading, role).rejects.toMatchObject({ code: 'forbidden' });
    }
    const stranger = await createMember(await createWorkspace(), 'board-chair');
    expect((await getBoard(stranger, reader)).studies).toEqual([]);
  });

  it('gives its charts as files with the same numbers', async () => {
    const { charts } = await board();
    const [chart] = charts as [IntervalChart];
    const file = await getBoardChart(chair, reader, { chart: chart.id, format: 'csv' });
    const rows = parse(file.body, { bom: true });
    expect(rows).toHaveLength(chart.rows.length + 1);
    const first = chart.rows.find(estimated);
    expect(rows.some((row) => row.includes(String(first?.estimate)))).toBe(true);
    const svg = await getBoardChart(chair, reader, { chart: chart.id, format: 'svg' });
    expect(svg.body).toContain('<svg');
    expect(svg.body).toContain(chart.title);
    await expect(
      getBoardChart(chair, reader, { chart: 'nothing', format: 'csv' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
