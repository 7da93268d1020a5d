import { beforeAll, expect, it } from 'vitest';
import { filterSchema } from '#app/services/results/page-params.ts';
import { getChange } from '#app/services/results/get-change.server.ts';
import { getChangePage } from '#app/services/results/get-change-page.server.ts';
import { withActor } from '#app/database.server.ts';
import { responses } from '#db/schema/response.ts';
import { eq } from 'drizzle-orm';
import type { Member } from '#db/actor.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, drawPeople, type Person } from './fielded-study.ts';
import { getReaderFor } from './reader-for.ts';
import { buildWorker } from './worker-thread.ts';

describeOnDatabases('change within people', () => {
  let workspace: Workspace;
  let researcher: Member;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South']);
    researcher = await createMember(workspace, 'researcher');
  });

  const coded = (people: Person[], from = 0) =>
    people.map((person, index) => ({ ...person, linkHash: `code-${from + index}` }));

  async function settle(studyId: string) {
    await getChange(researcher, studyId);
    await computeQueued(workspace);
    await getChange(researcher, studyId);
    await computeQueued(workspace);
    return getChange(researcher, studyId);
  }

  it('is refused where the study promised that answers cannot be linked', async () => {
    const study = await createStudy(workspace, { responseMode: 'anonymous', waves: 2 });
    const view = await getChange(researcher, study.studyId);
    expect(view).toMatchObject({ ok: false, reason: 'mode-cannot-link' });
    const page = await getChangePage(
      researcher,
      getReaderFor('en'),
      study.studyId,
      filterSchema.parse({}),
    );
    expect(page).toMatchObject({ refusal: 'mode-cannot-link', charts: [], rows: [] });
    expect(page.links).toEqual({ analysis: false, invariance: false });
  });

  it('needs two waves', async () => {
    const study = await createStudy(workspace, { waves: 2 });
    await addResponses(workspace, study, coded(drawPeople(workspace, 40)));
    expect(await getChange(researcher, study.studyId)).toMatchObject({ reason: 'one-wave' });
  });

  it('is that of the pairs, computed by hand', async () => {
    const study = await createStudy(workspace, { waves: 2, covariates: [] });
    const [first, second = ''] = study.waveIds;
    const people = coded(drawPeople(workspace, 120));
    await addResponses(workspace, study, people, { seed: 3 });
    const back = [...people.slice(0, 80), ...coded(drawPeople(workspace, 60, 9), 500)];
    await addResponses(workspace, study, back, { waveId: second, seed: 4 });
    const view = await settle(study.studyId);
    const result = view.ok ? view.run.result : null;
    if (result?.kind !== 'change') throw new Error('the change was computed');
    expect(result).toMatchObject({ matchedPercent: 57, hasRepeatedKeys: false });
    const change = result.changes?.[0]?.change;
    if (!change?.shown) throw new Error('80 pairs are shown');
    const rows = await withActor(
      { kind: 'system', organisationId: workspace.organisationId },
      (tx) => tx.select().from(responses).where(eq(responses.studyId, study.studyId)),
    );
    const mean = (codes: number[]) => {
      const given = codes.filter((code) => code > 0);
      return given.length < 7 ? null : given.reduce((sum, code) => sum + code, 0) / given.length;
    };
    const scoreOf = (waveId: string | undefined, code: string | null) =>
      mean(rows.find((row) => row.waveId === waveId && row.linkHash === code)?.itemCodes ?? []);
    const differences = people.slice(0, 80).flatMap(({ linkHash }) => {
      const [before, after] = [scoreOf(first, linkHash), scoreOf(second, linkHash)];
      return before === null || after === null ? [] : [after - before];
    });
    expect(change).toMatchObject({ n: differences.length, heldBack: 0 });
    const average = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    expect(change.meanChange).toBeCloseTo(average, 10);
    expect(change.interval[0]).toBeLessThan(change.meanChange);
  });

  it('is locked where items came to mean something else, and stands where they did not', async () => {
    const wordings = [0.9, -0.9, 0.1, 0.5, -0.5, 0.9, -0.9, 0.4, -0.2];
    const page = async (studyId: string) => {
      const read = () =>
        getChangePage(researcher, getReaderFor('en'), studyId, filterSchema.parse({}));
      await read();
      while ((await computeQueued(workspace)) > 0) await read();
      return read();
    };
    const field = async (shift: (person: Person, item: number) => number) => {
      const study = await createStudy(workspace, { waves: 2, covariates: [] });
      const people = coded(drawPeople(workspace, 300));
      await addResponses(workspace, study, people, { seed: 3 });
      const waveId = study.waveIds[1] ?? '';
      await addResponses(workspace, study, people, { waveId, seed: 4, shift });
      return page(study.studyId);
    };
    const changed = await field((_person, item) => wordings[item] ?? 0);
    const locked = changed.rows.filter(({ withheld }) => withheld !== null);
    expect(locked.length).toBeGreaterThan(0);
    expect(locked[0]).toMatchObject({
      cells: {},
      withheld: expect.stringContaining('same') as string,
    });
    const chart = changed.charts.find(({ kind }) => kind === 'interval');
    expect(JSON.stringify(chart?.kind === 'interval' && chart.rows)).toContain(locked[0]?.withheld);
    const alike = await field(() => 0.6);
    expect(alike.rows.every(({ withheld }) => withheld === null)).toBe(true);
  }, 120_000);

  it('leaves out codes that occur twice, and says so', async () => {
    const study = await createStudy(workspace, { waves: 2, covariates: [] });
    const people = coded(drawPeople(workspace, 60));
    const twice = [...people, ...people.slice(0, 1)];
    await addResponses(workspace, study, twice, { seed: 3 });
    await addResponses(workspace, study, people, { waveId: study.waveIds[1] ?? '', seed: 4 });
    const view = await settle(study.studyId);
    expect(view.ok && view.run.result).toMatchObject({ hasRepeatedKeys: true });
  });

  it('does not move by a pair or two', async () => {
    const study = await createStudy(workspace, { waves: 2, covariates: [] });
    const people = coded(drawPeople(workspace, 60));
    await addResponses(workspace, study, people, { seed: 3 });
    const waveId = study.waveIds[1] ?? '';
    await addResponses(workspace, study, people.slice(0, 40), { waveId, seed: 4 });
    const before = await settle(study.studyId);
    const [siteId = ''] = workspace.siteIds;
    const late = people.slice(40, 42).map((person) => ({ ...person, siteId, language: 'en' }));
    const others = coded(drawPeople(workspace, 60, 21), 900);
    await addResponses(workspace, study, [...late, ...others], { waveId, seed: 5 });
    const after = await settle(study.studyId);
    expect(after.ok && after.run.result).toEqual(before.ok && before.run.result);
    expect(after.ok && before.ok && after.run.id !== before.run.id).toBe(true);
  });
});
