import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#db/actor.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { withActor } from '#app/database.server.ts';
import { cancelAnalysisRun } from '#app/services/results/cancel-run.server.ts';
import { computeRun } from '#app/services/results/compute-run.server.ts';
import { nurseAiReadiness } from '#surveys/library/nurse-ai-readiness/structure.ts';
import type { Instrument, Item } from '#surveys/model/instrument.ts';
import { computeQueued } from '#tests/services/results/compute-queued.ts';
import {
  addResponses,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from '#tests/services/results/fielded-study.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { askAnalysis } from './analysed-pages.ts';

/** So many items that ten thousand random draws take minutes. */
const longInstrument: Instrument = {
  ...nurseAiReadiness,
  items: Array.from({ length: 40 }, (_, index): Item => {
    const [pattern] = nurseAiReadiness.items;
    if (!pattern) throw new Error('the instrument has items');
    return { ...pattern, id: `item-${index + 1}` };
  }),
  pages: nurseAiReadiness.pages.slice(0, 1),
  scales: nurseAiReadiness.scales.slice(0, 1).map((scale) => ({
    ...scale,
    items: Array.from({ length: 40 }, (_, index) => `item-${index + 1}`),
  })),
};

/** Share of one processor that this process and its threads use. */
async function busyShare(milliseconds: number): Promise<number> {
  const before = process.cpuUsage();
  await wait(milliseconds);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / milliseconds;
}

describeOnDatabases('a long analysis', () => {
  let workspace: Workspace;
  let member: Member;
  let study: FieldedStudy;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['East']);
    member = await createMember(workspace, 'researcher');
    study = await createStudy(workspace, { instrument: longInstrument, covariates: [] });
    const people = drawPeople(workspace, 600, 4);
    await addResponses(workspace, study, people, { instrument: longInstrument });
  });

  const rowOf = async (id: string) => {
    const [row] = await withActor(
      { kind: 'system', organisationId: workspace.organisationId },
      (tx) => tx.select().from(analysisRuns).where(eq(analysisRuns.id, id)),
    );
    return row;
  };

  it(
    'says how far it is, and ends with its worker when it is cancelled',
    { timeout: 120_000 },
    async () => {
      const asked = { workspace, member, study };
      const search = 'draws=10000';
      await askAnalysis(asked, 'dimensions', search);
      await computeQueued(workspace);
      const { run } = await askAnalysis(asked, 'dimensions', search);
      const id = run?.id ?? '';
      const started = Date.now();
      const computing = computeRun({ organisationId: workspace.organisationId, id });
      const shares = new Set<number>();
      while (Date.now() - started < 6000 || shares.size < 3) {
        await wait(250);
        const row = await rowOf(id);
        expect(row?.state).not.toBe('done');
        if (row?.state === 'running' && row.progress > 0) shares.add(row.progress);
      }
      expect(await rowOf(id)).toMatchObject({ state: 'running', result: null });
      const seen = [...shares];
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(Math.max(...seen)).toBeLessThan(1);
      const busy = await busyShare(1000);
      await cancelAnalysisRun(member, id);
      await computing;
      expect(await busyShare(1000)).toBeLessThan(busy / 4);
      expect(await rowOf(id)).toMatchObject({ state: 'cancelled', result: null });
      expect((await askAnalysis(asked, 'dimensions', search)).view).toBeNull();
    },
  );
});
