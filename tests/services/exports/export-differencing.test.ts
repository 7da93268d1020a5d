import { parse } from 'csv-parse/sync';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import type { DimensionReport } from '#analysis/report/readiness-report.ts';
import { exportResponses } from '#app/services/exports/export-responses.server.ts';
import { requestRun } from '#app/services/results/request-run.server.ts';
import { getWaveView } from '#app/services/results/wave-view.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Member } from '#db/actor.server.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
  type Person,
} from '#tests/services/results/fielded-study.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnFasterDatabase } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const input = { reason: 'Answers for the annual report', hasByteOrderMark: false };
const k = 10;
const items = nurseAiReadiness.items.map(({ id }) => id);

type Row = Record<string, string>;

const isTelling = (difference: number) => difference !== 0 && Math.abs(difference) < k;

describeOnFasterDatabase('what exports and results give away by subtraction', () => {
  let workspace: Workspace;
  let custodian: Member;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South', 'East', 'Hill']);
    custodian = await createMember(workspace, 'data-custodian');
  });

  const at = (site: number, n: number): Person[] =>
    Array.from({ length: n }, () => ({
      siteId: workspace.siteIds[site] ?? '',
      language: 'en',
      role: 1,
      experience: 1,
    }));

  async function exported({ studyId }: FieldedStudy): Promise<Row[]> {
    return parse<Row>(await text(await exportResponses(custodian, studyId, input)), {
      columns: true,
    });
  }

  async function shown({ studyId }: FieldedStudy) {
    await requestRun(custodian, { studyId, wave: 'newest' });
    await computeQueued(workspace);
    const { report } = await getWaveView(custodian, { studyId, wave: 'newest' });
    if (!report) throw new Error('the wave is shown');
    return report;
  }

  const answersOf = (rows: readonly Row[]) =>
    rows.map((row) => items.map((item) => row[item]).join());

  it('is nothing while a wave is open: no file, and the same file again and again', async () => {
    const study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, 150));
    await expect(exported(study)).rejects.toMatchObject({ reason: 'export-no-closed-wave' });
    await closeWaves(workspace, study);
    const first = await exported(study);
    expect(first).toHaveLength(150);
    const inOrder = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(inOrder(await exported(study))).toEqual(inOrder(first));
  });

  it('is not the one person who came between the last results and closing', async () => {
    const study = await createStudy(workspace);
    await addResponses(workspace, study, [...at(0, 40), ...at(1, 40)]);
    const before = await shown(study);
    await addResponses(workspace, study, at(0, 1), { seed: 2 });
    await closeWaves(workspace, study);
    const rows = await exported(study);
    expect(rows).toHaveLength(before.n);
    expect((await shown(study)).n).toBe(before.n);
  });

  function countsOf(rows: readonly Row[], column: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const value = row[column] ?? '';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  /** Levels as the file names them, with the people their figures are about. */
  function figuresOf({ id, levels }: DimensionReport): { name: string; n: number }[] {
    const names = ['North', 'South', 'East', 'Hill'];
    return levels.flatMap(({ level, respondents }) => {
      if (!respondents.shown) return [];
      const index = workspace.siteIds.indexOf(level ?? '');
      return [{ name: id === 'site' ? (names[index] ?? '') : (level ?? ''), n: respondents.n }];
    });
  }

  it('is no few people of a site that kept its figures at closing', async () => {
    for (const late of [
      [1, 14, 0, 0],
      [1, 1, 14, 0],
      [2, 3, 3, 3],
      [0, 12, 0, 1],
    ]) {
      const study = await createStudy(workspace);
      const early = [40, 30, 25, 20].flatMap((n, site) => at(site, n));
      await addResponses(workspace, study, early);
      const before = await shown(study);
      await addResponses(
        workspace,
        study,
        late.flatMap((n, site) => at(site, n)),
        { seed: 2 },
      );
      await closeWaves(workspace, study);
      const rows = await exported(study);
      const after = await shown(study);
      expect(rows).toHaveLength(after.n);
      for (const report of [before, after]) {
        expect(isTelling(rows.length - report.n), late.join()).toBe(false);
        for (const dimension of report.dimensions) {
          const inFile = countsOf(rows, dimension.id);
          if (!(dimension.id in (rows[0] ?? {}))) continue;
          const figures = figuresOf(dimension);
          let unnamed = 0;
          for (const { name, n } of figures) {
            const counted = inFile.get(name);
            if (counted === undefined) unnamed += n;
            else expect(isTelling(counted - n), `${late.join()}: ${name}`).toBe(false);
          }
          const other = inFile.get('other') ?? 0;
          expect(isTelling(other - unnamed), `${late.join()}: other`).toBe(false);
        }
      }
    }
  }, 120_000);

  it('is nothing of an earlier wave when another one closes', async () => {
    const study = await createStudy(workspace, { waves: 2 });
    const [first = '', second = ''] = study.waveIds;
    await addResponses(workspace, study, drawPeople(workspace, 300, 3));
    await closeWaves(workspace, { waveIds: [first] });
    const early = await exported(study);
    await addResponses(workspace, study, drawPeople(workspace, 60, 4), {
      seed: 2,
      waveId: second,
    });
    await closeWaves(workspace, { waveIds: [second] });
    const both = await exported(study);
    expect(both).toHaveLength(360);
    const again = both.filter(({ wave }) => wave === '1');
    expect(answersOf(again).sort()).toEqual(answersOf(early).sort());
    // What the file says of the first wave is what it said, less columns that the second one cost.
    const columns = Object.keys(again[0] ?? {});
    const keys = (rows: readonly Row[]) =>
      rows.map((row) => columns.map((column) => row[column]).join('|')).sort();
    expect(keys(again)).toEqual(keys(early));
  });
});
