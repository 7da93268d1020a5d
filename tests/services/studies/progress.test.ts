import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { getProgress } from '#app/services/studies/get-progress.server.ts';
import { getWaves } from '#app/services/studies/get-waves.server.ts';
import { listStudies } from '#app/services/studies/list-studies.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import { releasedCounts } from '#app/services/studies/released-count.ts';
import { drafts, inbox, usedBallots } from '#db/schema/answering.ts';
import { waves } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { computeQueued } from '../results/compute-queued.ts';
import { addResponses } from '../results/fielded-study.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { setUpStudies } from '../support/study.ts';

const hidden = { shown: false, reason: 'below-minimum' };
const shown = (n: number) => ({ shown: true, n });

it('says of sites and of them together what the results say', () => {
  const level = (id: string, n: number) => ({
    level: id,
    respondents: n < 10 ? hidden : shown(n),
    scales: [],
    items: [],
  });
  const report = {
    ok: true,
    n: 120,
    dimensions: [{ id: 'site', levels: [level('a', 4), level('b', 30), level('c', 40)] }],
  };
  const result = { kind: 'wave', report, waiting: 0, kept: {}, everShown: {} } as never;
  const siteIds = ['a', 'b', 'c'];
  expect(releasedCounts(result, { siteIds, seesAll: true })).toEqual({
    total: shown(120),
    isWhole: true,
    sites: [hidden, shown(30), shown(40)],
  });
  expect(releasedCounts(result, { siteIds, seesAll: false })).toMatchObject({
    total: shown(70),
    isWhole: false,
  });
  expect(releasedCounts(result, { siteIds: ['a'], seesAll: false }).total).toEqual(hidden);
  expect(releasedCounts(null, { siteIds, seesAll: true }).total).toEqual({
    shown: false,
    reason: 'counting',
  });
  expect(releasedCounts(undefined, { siteIds, seesAll: true }).total).toEqual(hidden);
});

const people = (siteId: string, n: number) =>
  Array.from({ length: n }, () => ({ siteId, language: 'en', role: 1, experience: 1 }));

describeOnDatabases('progress', () => {
  beforeAll(buildWorker);

  async function fielded() {
    const bench = await setUpStudies();
    const { studyId } = await createStudy(bench.researcher, bench.design);
    await openStudy(bench.researcher, { studyId, asPilot: true });
    const [wave] = (await getWaves(bench.researcher, { studyId })).waves;
    const { organisationId } = bench.workspace;
    const ofWave = { organisationId, studyId, waveId: wave?.id ?? '' };
    const content = (siteId: string | null) => ({
      answers: {},
      covariates: {},
      siteId,
      siteIsGiven: false,
      language: 'en',
      register: 'standard' as const,
      completionMode: 'self' as const,
      consentVersionId: null,
      linkHash: null,
    });
    const day = '2026-11-20';
    const begin = (siteId: string | null, n: number) =>
      getDatabase()
        .insert(drafts)
        .values(
          Array.from({ length: n }, () => ({
            ...ofWave,
            ballotHash: randomUUID(),
            content: content(siteId),
            startedOn: day,
            savedOn: day,
          })),
        );
    const submit = async (siteId: string, n: number) => {
      const ballots = Array.from({ length: n }, () => ({ ...ofWave, ballotHash: randomUUID() }));
      await getDatabase().insert(usedBallots).values(ballots);
      await getDatabase()
        .insert(inbox)
        .values(
          ballots.map((ballot) => ({ ...ballot, content: content(siteId), submittedOn: day })),
        );
    };
    return { bench, studyId, ofWave, begin, submit };
  }

  it('counts who has started in steps, and who is complete as the results do', async () => {
    const { bench, studyId, ofWave, begin, submit } = await fielded();
    await submit(bench.north, 12);
    await begin(bench.north, 3);
    await begin(null, 2);
    await getDatabase().update(waves).set({ abandoned: 4 });
    const before = await getProgress(bench.researcher, { studyId });
    expect(before.waves[0]).toMatchObject({
      started: { n: 20, isAtLeast: true },
      complete: hidden,
    });
    const study = { studyId, waveIds: [ofWave.waveId] };
    await addResponses(bench.workspace, study, people(bench.north, 12));
    await addResponses(bench.workspace, study, people(bench.south, 11));
    const counting = { shown: false, reason: 'counting' };
    const asked = await getProgress(bench.researcher, { studyId });
    expect(asked.waves[0]).toMatchObject({ complete: counting, rate: null });
    await computeQueued(bench.workspace);
    const progress = await getProgress(bench.researcher, { studyId });
    expect(progress.waves[0]).toMatchObject({ started: { n: 40 }, complete: shown(23) });
    expect(progress.waves[0]?.sites).toMatchObject([
      { name: 'North', complete: shown(12) },
      { name: 'South', complete: shown(11) },
    ]);
    const { studies } = await listStudies(bench.researcher);
    expect(studies[0]?.complete).toEqual(shown(23));
    const alone = { studyId, waveIds: [progress.waves[1]?.waveId ?? ''] };
    await addResponses(bench.workspace, alone, people(bench.north, 13));
    await getProgress(bench.researcher, { studyId });
    await computeQueued(bench.workspace);
    const later = await getProgress(bench.researcher, { studyId });
    expect(later.waves[1]).toMatchObject({ started: { n: 13, isAtLeast: true } });
  });

  it('counts imported answers as complete, and nobody as having started them', async () => {
    const { bench, studyId, ofWave } = await fielded();
    const study = { studyId, waveIds: [ofWave.waveId] };
    await addResponses(bench.workspace, study, people(bench.north, 30), { origin: 'imported' });
    await getProgress(bench.researcher, { studyId });
    await computeQueued(bench.workspace);
    const { waves: rows } = await getProgress(bench.researcher, { studyId });
    expect(rows[0]).toMatchObject({ started: hidden, complete: shown(30), hasImports: true });
    expect(rows[1]).toMatchObject({ started: hidden, complete: hidden, hasImports: false });
  });

  it('tells a member of South nothing about North', async () => {
    const { bench, studyId, ofWave, begin } = await fielded();
    const study = { studyId, waveIds: [ofWave.waveId] };
    await addResponses(bench.workspace, study, people(bench.north, 25));
    await addResponses(bench.workspace, study, people(bench.south, 11));
    await begin(bench.south, 14);
    const southerner = await createMember(bench.workspace, 'researcher', [bench.south]);
    await getProgress(southerner, { studyId });
    await computeQueued(bench.workspace);
    const { waves: rows } = await getProgress(southerner, { studyId });
    expect(rows[0]).toMatchObject({ started: null, complete: shown(11) });
    expect(rows[0]?.sites).toMatchObject([{ name: 'South', complete: shown(11) }]);
    const { studies } = await listStudies(southerner);
    expect(studies[0]?.complete).toEqual(shown(11));
  });
});
