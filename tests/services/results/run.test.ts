import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { ReadinessInput } from '#analysis/report/readiness-input.ts';
import { withActor } from '#app/database.server.ts';
import { compute } from '#app/jobs/worker-pool.server.ts';
import { cancelAnalysisRun } from '#app/services/results/cancel-run.server.ts';
import { computeRun } from '#app/services/results/compute-run.server.ts';
import { computeWave } from '#app/services/results/compute-wave.server.ts';
import { requestRun } from '#app/services/results/request-run.server.ts';
import { restartAnalysisRun } from '#app/services/results/restart-run.server.ts';
import {
  specificationSchema,
  type Specification,
  type WaveResult,
} from '#app/services/results/specification.ts';
import { takeUpForsakenRuns } from '#app/services/results/take-up-forsaken-runs.server.ts';
import { getWaveView, type ShownReport } from '#app/services/results/wave-view.server.ts';
import type { Member } from '#db/actor.server.ts';
import { finishRun, takeRun } from '#db/queries/analysis-run.server.ts';
import { analysisRuns } from '#db/schema/analysis-run.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, drawPeople } from './fielded-study.ts';
import { buildWorker } from './worker-thread.ts';

type ShownWave = WaveResult & { report: ShownReport };

describeOnDatabases('analysis runs', () => {
  let workspace: Workspace;
  let researcher: Member;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South', 'East', 'West']);
    researcher = await createMember(workspace, 'researcher');
  });

  const system = <Result>(work: Parameters<typeof withActor<Result>>[1]) =>
    withActor({ kind: 'system', organisationId: workspace.organisationId }, work);

  async function fielded(n = 120) {
    const study = await createStudy(workspace);
    await addResponses(workspace, study, drawPeople(workspace, n));
    return study;
  }

  async function request(studyId: string, member = researcher) {
    const { runs } = await requestRun(member, { studyId, wave: 'newest' });
    const run = runs[0]?.run;
    if (!run) throw new Error('the wave has answers');
    return run;
  }

  const runId = (id: string) => ({ organisationId: workspace.organisationId, id });

  const rowOf = async (id: string) => {
    const [row] = await system((tx) =>
      tx.select().from(analysisRuns).where(eq(analysisRuns.id, id)),
    );
    return row;
  };

  it('are computed once for the same data, and again for others', async () => {
    const study = await fielded();
    const first = await request(study.studyId);
    expect(first).toMatchObject({ state: 'queued', result: null });
    expect((await request(study.studyId)).id).toBe(first.id);
    await computeQueued(workspace);
    const done = await request(study.studyId);
    expect(done).toMatchObject({ id: first.id, state: 'done', progress: 1 });
    await addResponses(workspace, study, drawPeople(workspace, 200, 8), { seed: 2 });
    const next = await request(study.studyId);
    expect(next.id).not.toBe(first.id);
    expect(next.state).toBe('queued');
    expect(next.result).toEqual(done.result);
    await computeQueued(workspace);
    const { report } = await getWaveView(researcher, { studyId: study.studyId, wave: 'newest' });
    expect(report?.n).toBe(320);
  });

  it('two at once queue one run', async () => {
    const study = await fielded();
    const [a, b] = await Promise.all([request(study.studyId), request(study.studyId)]);
    expect(a.id).toBe(b.id);
  });

  it('are of the sites of the reader, who waits for the run over all sites first', async () => {
    const study = await fielded(300);
    const sites = workspace.siteIds.slice(0, 1);
    const northern = await createMember(workspace, 'safety-officer', sites);
    const common = await request(study.studyId, northern);
    expect(common).toMatchObject({ state: 'queued', result: null });
    expect((await request(study.studyId)).id).toBe(common.id);
    await computeQueued(workspace);
    const some = await request(study.studyId, northern);
    expect(some.id).not.toBe(common.id);
    await computeQueued(workspace);
    const params = { studyId: study.studyId, wave: 'newest' as const };
    const seen = await getWaveView(northern, params);
    const whole = await getWaveView(researcher, params);
    const north = whole.report?.dimensions[0]?.levels.find(({ level }) => level === sites[0]);
    expect(north?.respondents).toEqual({ shown: true, n: seen.report?.n });
    expect(seen.report?.dimensions).toEqual([{ id: 'site', levels: [north] }]);
    const readable = await withActor(northern, (tx) =>
      tx.select({ scope: analysisRuns.siteScope }).from(analysisRuns),
    );
    expect(new Set(readable.map(({ scope }) => scope))).toEqual(new Set(sites));
  });

  it('that were overtaken decide again what they may show', async () => {
    const k = 10;
    const study = await createStudy(workspace, { covariates: [] });
    const nobody = { language: 'en', role: null, experience: null };
    const arrive = (n: number, seed: number) =>
      addResponses(
        workspace,
        study,
        Array.from({ length: n }, () => ({ siteId: workspace.siteIds[0] ?? '', ...nobody })),
        { seed },
      );
    const released = async (id: string) => (await rowOf(id))?.releasedIds ?? null;
    await arrive(100, 1);
    await request(study.studyId);
    await computeQueued(workspace);
    await arrive(k + 2, 2);
    const slow = await request(study.studyId);
    const taken = await system((tx) =>
      takeRun(tx, { ...runId(slow.id), silentSince: new Date(0) }),
    );
    if (!taken) throw new Error('the run was queued');
    const specification = { kind: 'wave', waveId: study.waveIds[0] ?? '', minimumCellSize: k };
    const controls = { signal: new AbortController().signal, onProgress: () => undefined };
    const computed = await computeWave(
      taken,
      specificationSchema.parse(specification) as Extract<Specification, { kind: 'wave' }>,
      controls,
    );
    await arrive(5, 3);
    const fast = await request(study.studyId);
    await computeRun(runId(fast.id));
    expect(await released(fast.id)).toHaveLength(4 * 117);
    // The slow one would say 112: together they would say what five people answered.
    expect(computed.releasedIds).toHaveLength(4 * 112);
    expect(await system((tx) => finishRun(tx, { ...runId(slow.id), ...computed }))).toBe(
      'overtaken',
    );
    expect(await rowOf(slow.id)).toMatchObject({ state: 'running', result: null });
    await system((tx) =>
      tx
        .update(analysisRuns)
        .set({ heartbeatAt: new Date(0) })
        .where(eq(analysisRuns.id, slow.id)),
    );
    await takeUpForsakenRuns();
    expect(await released(slow.id)).toHaveLength(4 * 117);
  });

  it('of one series, computed at the same time, never differ by a few people', async () => {
    const study = await createStudy(workspace, { covariates: [] });
    await addResponses(workspace, study, drawPeople(workspace, 100));
    await request(study.studyId);
    await computeQueued(workspace);
    const ids = [];
    for (let step = 0; step < 4; step += 1) {
      await addResponses(workspace, study, drawPeople(workspace, 13, step), { seed: 40 + step });
      ids.push((await request(study.studyId)).id);
    }
    await Promise.all(ids.map((id) => computeRun(runId(id))));
    const counts = [];
    for (const id of ids) {
      const { result } = (await rowOf(id)) ?? {};
      counts.push((result as WaveResult).report.ok ? (result as ShownWave).report.n : 0);
    }
    for (const one of counts) {
      for (const other of counts) {
        const difference = Math.abs(one - other);
        expect(difference === 0 || difference >= 10, counts.join()).toBe(true);
      }
    }
  });

  it('that are cancelled stay so, also when the worker was at it', async () => {
    const study = await fielded();
    const queued = await request(study.studyId);
    await cancelAnalysisRun(researcher, queued.id);
    await computeRun(runId(queued.id));
    expect(await rowOf(queued.id)).toMatchObject({ state: 'cancelled', result: null });
    await expect(cancelAnalysisRun(researcher, queued.id)).rejects.toMatchObject({
      reason: 'run-not-under-way',
    });
    await restartAnalysisRun(researcher, queued.id);
    const computing = computeRun(runId(queued.id));
    while ((await rowOf(queued.id))?.state !== 'running') await Promise.resolve();
    await cancelAnalysisRun(researcher, queued.id);
    await computing;
    expect(await rowOf(queued.id)).toMatchObject({ state: 'cancelled', result: null });
    expect((await request(study.studyId)).state).toBe('cancelled');
  });

  it('are neither stopped nor started again by an auditor, who is not offered it', async () => {
    const study = await fielded();
    const auditor = await createMember(workspace, 'auditor');
    const { id } = await request(study.studyId, auditor);
    const before = await rowOf(id);
    for (const change of [cancelAnalysisRun, restartAnalysisRun]) {
      await expect(change(auditor, id)).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(await rowOf(id)).toEqual(before);
    const params = { studyId: study.studyId, wave: 'newest' as const };
    expect((await getWaveView(auditor, params)).mayCompute).toBe(false);
    expect((await getWaveView(researcher, params)).mayCompute).toBe(true);
  });

  it('of a process that fell silent are taken up, those of a living one are not', async () => {
    const study = await fielded();
    const { id } = await request(study.studyId);
    const setHeartbeat = (heartbeatAt: Date) =>
      system((tx) =>
        tx
          .update(analysisRuns)
          .set({ state: 'running', heartbeatAt })
          .where(eq(analysisRuns.id, id)),
      );
    await setHeartbeat(new Date());
    await takeUpForsakenRuns();
    expect((await rowOf(id))?.state).toBe('running');
    await setHeartbeat(new Date(Date.now() - 61_000));
    await takeUpForsakenRuns();
    expect((await rowOf(id))?.state).toBe('done');
  });

  it('say so when they fail, and may be started again', async () => {
    const study = await createStudy(workspace);
    const people = drawPeople(workspace, 30);
    await addResponses(workspace, study, people, { illegalCode: 9 });
    const { id } = await request(study.studyId);
    await computeRun(runId(id));
    expect(await rowOf(id)).toMatchObject({ state: 'failed', result: null });
    expect((await rowOf(id))?.failure).toBeTruthy();
    await restartAnalysisRun(researcher, id);
    expect((await rowOf(id))?.state).toBe('queued');
    await cancelAnalysisRun(researcher, id);
  });

  it('keep nothing of a wave below the minimum', async () => {
    const study = await fielded(9);
    const { id } = await request(study.studyId);
    await computeQueued(workspace);
    expect((await rowOf(id))?.result).toMatchObject({
      report: { ok: false, reason: 'below-minimum' },
    });
  });

  it('are refused to who may not read results, and to strangers', async () => {
    const study = await fielded();
    const translator = await createMember(workspace, 'translator');
    await expect(request(study.studyId, translator)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(request(study.studyId, stranger)).rejects.toMatchObject({ code: 'not-found' });
    const elsewhere = await createMember(workspace, 'researcher', workspace.siteIds.slice(2, 3));
    const { id } = await request(study.studyId);
    await expect(cancelAnalysisRun(elsewhere, id)).rejects.toMatchObject({
      reason: 'run-not-under-way',
    });
  });
});

it('an aborted computation ends its thread at once', async () => {
  await buildWorker();
  const rows = 2_000_000;
  const codes = [1, 2, 3, 4, 5];
  const input: ReadinessInput = {
    items: ['a', 'b', 'c'].map((id) => ({ id, codes, scores: codes })),
    codes: new Int16Array(rows * 3).fill(3),
    scales: [
      { id: 's', itemIndexes: [0, 1, 2], minimumAnswered: 2, transform: 'mean', prorate: true },
    ],
    dimensions: [],
    minimumCellSize: 10,
  };
  const cancellation = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number) => {
    shares.push(share);
    cancellation.abort();
  };
  await expect(
    compute('readiness-report', input, { signal: cancellation.signal, onProgress }),
  ).rejects.toThrow();
  expect(shares[0]).toBeLessThan(1);
  const whole = await compute('readiness-report', input, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(whole).toMatchObject({ ok: true, n: rows });
});
