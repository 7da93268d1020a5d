import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { evaluateDeployment } from '#app/services/monitoring/evaluate-deployment.server.ts';
import { getBoardMonitoring } from '#app/services/monitoring/get-board-monitoring.server.ts';
import { getMonitoring } from '#app/services/monitoring/get-monitoring.server.ts';
import { keptOf } from '#app/services/monitoring/kept-evaluation.ts';
import { getMonitoringReader } from '#app/services/monitoring/monitoring-reader.server.ts';
import { watchDeployment } from './watch-deployment.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { listEvaluations } from '#db/queries/deployment-evaluation.server.ts';
import { deploymentEvaluations } from '#db/schema/deployment-evaluation.ts';
import { eq } from 'drizzle-orm';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import {
  adopted,
  enter,
  frozenLimits,
  newPlace,
  type Place,
  type RecordOf,
} from './watched-place.ts';

const month = (later: number) => new Date(Date.UTC(2025, later, 1)).toISOString().slice(0, 10);
const overrides = (from: number, to: number, high: number): RecordOf[] =>
  Array.from({ length: to - from }, (_, place) => ({
    ...{ metric: 'override', kind: 'proportion', denominator: 1000 },
    numerator: from + place === high ? 400 : 100 + (((from + place) * 7) % 5),
    ...{ periodFrom: month(from + place), periodTo: month(from + place + 1) },
  }));
const groups = (level: string, numerator: number): RecordOf => ({
  ...{ metric: 'override', kind: 'proportion', dimension: 'interpreter', level, numerator },
  ...{ denominator: 500, periodFrom: month(0), periodTo: month(1) },
});
const readIn = (language: string) =>
  getMonitoringReader(
    new Request('http://attune.example/', { headers: { 'Accept-Language': language } }),
  );

describeOnDatabases('the board', () => {
  let workspace: Workspace;
  let owner: Member;
  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
  });

  const watched = async () => {
    const at = await newPlace(owner, workspace.siteIds[0] ?? '');
    await enter(at, [...overrides(0, 14, 13), groups('yes', 400), groups('no', 50)]);
    const subgroups = [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }];
    await adopted(at, [
      { metric: 'override', direction: 'down', subgroups },
      { metric: 'adoption', tier: 'exploratory' },
    ]);
    await frozenLimits(at, 'override', month(0), month(12));
    return at;
  };
  const rowOf = async (at: Place, language = 'en', member = owner) => {
    const { rows } = await getBoardMonitoring(member, await readIn(language));
    return rows.find(({ deploymentId }) => deploymentId === at.deploymentId);
  };
  const change = async (at: Place, values: Partial<typeof deploymentEvaluations.$inferInsert>) => {
    await getDatabase()
      .update(deploymentEvaluations)
      .set(values)
      .where(eq(deploymentEvaluations.deploymentId, at.deploymentId));
  };

  it('says what was found of a place in the language of whoever reads', async () => {
    const at = await watched();
    expect(await rowOf(at)).toMatchObject({ isPlanned: true, isFresh: false, asOf: null });
    await evaluateDeployment(at, today());
    expect(await rowOf(at)).toMatchObject({
      ...{ isFresh: true, asOf: today(), metrics: 2, open: 3 },
      concerns: [
        'Overrides: 40% in Feb 2026, worse than chance explains',
        'Overrides: a gap for Interpreter: yes',
      ],
    });
    const german = (await rowOf(at, 'de'))?.concerns[0];
    expect(german).toContain('40\u00a0%');
    expect(german).not.toContain('worse');
  });

  it('keeps what a computation on the spot finds', async () => {
    const at = await watched();
    await evaluateDeployment(at, today());
    const now = await withActor(owner, async (tx) => ({
      found: (await watchDeployment(tx, at, today())).watched.map(keptOf),
      kept: await listEvaluations(tx, at),
    }));
    const own = now.kept.find(({ deploymentId }) => deploymentId === at.deploymentId);
    expect(own?.metrics).toEqual(now.found);
    expect(now.found.map(({ finding }) => finding.says)).toEqual(['concern', 'nothing']);
  });

  it('raises what was found though other numbers came in meanwhile', async () => {
    const at = await watched();
    const computing = evaluateDeployment(at, today());
    await enter(at, overrides(14, 15, -1));
    expect((await computing).opened).toBeGreaterThanOrEqual(3);
    expect(await rowOf(at)).toMatchObject({ asOf: today() });
    await evaluateDeployment(at, today());
    expect(await rowOf(at)).toMatchObject({ isFresh: true });
  });

  it('never shows as fresh what was found before numbers or decisions came, or on another day', async () => {
    const at = await watched();
    await evaluateDeployment(at, today());
    const before = await rowOf(at);
    await enter(at, overrides(14, 15, -1));
    const meanwhile = await rowOf(at);
    expect(meanwhile).toEqual({ ...before, isFresh: false });
    await evaluateDeployment(at, today());
    const after = await rowOf(at);
    expect(after).toMatchObject({ isFresh: true });
    expect(after?.concerns).toEqual(['Overrides: a gap for Interpreter: yes']);
    await frozenLimits(at, 'adoption', month(0), month(12));
    expect(await rowOf(at)).toMatchObject({ isFresh: false });
    await evaluateDeployment(at, today());
    await change(at, { asOf: '2026-01-01' });
    expect(await rowOf(at)).toMatchObject({ isFresh: false, asOf: '2026-01-01' });
    await change(at, { asOf: today(), metrics: [{ of: 'another version' }] });
    expect(await rowOf(at)).toMatchObject({ isFresh: false, asOf: null, concerns: [] });
  });

  it('computes nothing itself: it reads what is kept', async () => {
    const at = await watched();
    await evaluateDeployment(at, today());
    await change(at, { metrics: [] });
    expect(await rowOf(at)).toMatchObject({ isFresh: true, metrics: 0, concerns: [] });
  });

  it('reads of one place what is kept, as of a day, and of what is not computed yet that it is not', async () => {
    const at = await watched();
    const page = async () => getMonitoring(owner, await readIn('en'), at);
    const first = await page();
    expect(first).toMatchObject({ asOf: null, isFresh: false, concerns: 0 });
    expect(first.metrics[0]?.sentence).toBe('Overrides: being computed for the first time');
    await evaluateDeployment(at, today());
    const found = await page();
    expect(found).toMatchObject({ asOf: today(), isFresh: true, concerns: 1, outside: [] });
    expect(
      found.metrics.map(({ sentence, comparison, gaps }) => [sentence, comparison, gaps]),
    ).toEqual([
      ['Overrides: 40% in Feb 2026, worse than chance explains', 'gap', ['Interpreter: yes']],
      ['Use where it could be used: nothing has been sent yet', 'none', []],
    ]);
    await enter(at, [
      ...overrides(14, 15, -1),
      ...overrides(0, 3, -1).map((record) => ({ ...record, metric: 'extra' })),
    ]);
    const meanwhile = await page();
    expect(meanwhile).toMatchObject({ asOf: today(), isFresh: false });
    expect(meanwhile.metrics).toEqual(found.metrics);
    expect(meanwhile.outside).toEqual([
      { metric: 'extra', records: 3, from: month(0), to: month(3), readOn: [] },
    ]);
    await evaluateDeployment(at, today());
    expect((await page()).metrics[0]?.sentence).toContain('Mar 2026, nothing beyond chance');
  });

  it('shows a place to whoever sees its site alone', async () => {
    const at = await watched();
    await evaluateDeployment(at, today());
    const elsewhere = await createMember(workspace, 'board-member', [workspace.siteIds[1] ?? '']);
    expect(await rowOf(at, 'en', elsewhere)).toBeUndefined();
    const seen = await withActor(elsewhere, (tx) => listEvaluations(tx, at));
    expect(seen).toEqual([]);
    expect(await withActor(owner, (tx) => listEvaluations(tx, at))).not.toEqual([]);
  });
});
