import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { getProgress } from '#app/services/studies/get-progress.server.ts';
import { getWaves } from '#app/services/studies/get-waves.server.ts';
import { listStudies } from '#app/services/studies/list-studies.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import { releaseCounts } from '#app/services/studies/release-counts.ts';
import { drafts, inbox, usedBallots } from '#db/schema/answering.ts';
import { waves } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember } from '#tests/support/workspace.ts';
import { setUpStudies } from '../support/study.ts';

const hidden = { shown: false, reason: 'below-minimum' };
const shown = (n: number) => ({ shown: true, n });

it('never leaves a single hidden site as the difference to the total', () => {
  const released = releaseCounts([4, 30, 40], { minimumCellSize: 10, total: 74 });
  expect(released.total).toEqual(shown(74));
  expect(released.groups).toEqual([hidden, { shown: false, reason: 'complementary' }, shown(40)]);
  expect(releaseCounts([4, 5], { minimumCellSize: 10, total: 9 })).toEqual({
    groups: [hidden, hidden],
    total: hidden,
  });
});

describeOnDatabases('progress', () => {
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

  it('counts started and complete by wave and site', async () => {
    const { bench, studyId, begin, submit } = await fielded();
    await submit(bench.north, 12);
    await submit(bench.south, 11);
    await begin(bench.north, 3);
    await begin(null, 2);
    await getDatabase().update(waves).set({ abandoned: 4 });
    const progress = await getProgress(bench.researcher, { studyId });
    expect(progress.waves[0]).toMatchObject({ started: shown(32), complete: shown(23) });
    expect(progress.waves[0]?.sites).toMatchObject([
      { name: 'North', started: shown(15), complete: shown(12) },
      { name: 'South', started: shown(11), complete: shown(11) },
    ]);
    const { studies } = await listStudies(bench.researcher);
    expect(studies[0]?.complete).toEqual(shown(23));
  });

  it('hides a small site, and with it the one that would give it away', async () => {
    const { bench, studyId, submit } = await fielded();
    await submit(bench.north, 12);
    await submit(bench.south, 4);
    const { waves: rows } = await getProgress(bench.researcher, { studyId });
    expect(rows[0]?.complete).toEqual(shown(16));
    expect(rows[0]?.sites.map(({ complete }) => complete)).toEqual([
      { shown: false, reason: 'complementary' },
      hidden,
    ]);
  });

  it('tells a member of South nothing about North', async () => {
    const { bench, studyId, submit } = await fielded();
    await submit(bench.north, 25);
    await submit(bench.south, 11);
    const southerner = await createMember(bench.workspace, 'researcher', [bench.south]);
    const { waves: rows } = await getProgress(southerner, { studyId });
    expect(rows[0]).toMatchObject({ started: shown(11), complete: shown(11) });
    expect(rows[0]?.sites).toMatchObject([{ name: 'South', complete: shown(11) }]);
    const { studies } = await listStudies(southerner);
    expect(studies[0]?.complete).toEqual(shown(11));
  });
});
