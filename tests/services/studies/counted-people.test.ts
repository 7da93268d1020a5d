import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { getBoard } from '#app/services/board/get-board.server.ts';
import { getSite } from '#app/services/board/get-site.server.ts';
import { getGroups } from '#app/services/results/get-groups.server.ts';
import { getOverview as getResults } from '#app/services/results/get-overview.server.ts';
import { filterSchema } from '#app/services/results/page-params.ts';
import { getOverview } from '#app/services/studies/get-overview.server.ts';
import { getProgress } from '#app/services/studies/get-progress.server.ts';
import { listStudies } from '#app/services/studies/list-studies.server.ts';
import type { Member } from '#db/actor.server.ts';
import { inbox, usedBallots } from '#db/schema/answering.ts';
import { describeOnFasterDatabase } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from '../results/compute-queued.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  type FieldedStudy,
  type Person,
} from '../results/fielded-study.ts';
import { getBoardReaderFor, getReaderFor } from '../results/reader-for.ts';
import { buildWorker } from '../results/worker-thread.ts';

const k = 10;
const small = 7;
const reader = getReaderFor('en');
const boardReader = getBoardReaderFor('en');
const numbersIn = (texts: readonly string[]) =>
  texts.filter((text) => /^\d+$/.test(text)).map(Number);
const captioned = (text: string) => [...text.matchAll(/n = (\d+)/g)].map(([, n]) => Number(n));

describeOnFasterDatabase('how many answered at a small site', () => {
  let workspace: Workspace;
  let readers: Member[];

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['Harbour', 'Hill', 'North', 'South']);
    const [harbour = '', hill = ''] = workspace.siteIds;
    readers = [
      await createMember(workspace, 'researcher', [harbour, hill]),
      await createMember(workspace, 'researcher', [harbour]),
      await createMember(workspace, 'researcher'),
    ];
  });

  const people = (site: number, n: number): Person[] =>
    Array.from({ length: n }, () => ({
      siteId: workspace.siteIds[site] ?? '',
      language: 'en',
      role: 1,
      experience: 1,
    }));

  async function send(study: FieldedStudy, site: number, n: number): Promise<void> {
    const ofWave = {
      organisationId: workspace.organisationId,
      studyId: study.studyId,
      waveId: study.waveIds[0] ?? '',
    };
    const content = {
      answers: {},
      covariates: {},
      siteId: workspace.siteIds[site] ?? '',
      siteIsGiven: false,
      language: 'en',
      register: 'standard' as const,
      completionMode: 'self' as const,
      consentVersionId: null,
      linkHash: null,
    };
    const ballots = Array.from({ length: n }, () => ({ ...ofWave, ballotHash: randomUUID() }));
    await withActor({ kind: 'system', organisationId: workspace.organisationId }, async (tx) => {
      await tx.insert(usedBallots).values(ballots);
      await tx
        .insert(inbox)
        .values(ballots.map((ballot) => ({ ...ballot, content, submittedOn: '2026-11-02' })));
    });
  }

  const deliver = ({ studyId }: FieldedStudy) =>
    withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
      tx.delete(inbox).where(eq(inbox.studyId, studyId)),
    );

  /** Every number of people who answered that a page says to the member. */
  async function countsSeen(member: Member, { studyId }: FieldedStudy): Promise<number[]> {
    const filter = filterSchema.parse({ wave: null, group: null });
    const waves = [
      ...(await getProgress(member, { studyId })).waves,
      ...(await getOverview(member, { studyId })).waves,
    ];
    const released = [
      ...waves.flatMap(({ complete, sites }) => [complete, ...sites.map((site) => site.complete)]),
      (await listStudies(member)).studies.find(({ id }) => id === studyId)?.complete,
    ];
    const results = await getResults(member, reader, studyId, filter);
    const bySite = await getGroups(member, reader, studyId, filter);
    const byWave = await getGroups(member, reader, studyId, { ...filter, by: 'wave' });
    const { studies } = await getBoard(member, boardReader);
    const sites = [];
    for (const id of member.siteIds ?? workspace.siteIds) {
      sites.push(...(await getSite(member, boardReader, id)).studies);
    }
    const facts = [...studies, ...sites]
      .filter(({ id }) => id === studyId)
      .flatMap((study) => study.facts)
      .filter(({ term }) => term !== boardReader.board('facts.minimum'));
    return [
      ...released.flatMap((count) => (count?.shown ? [count.n] : [])),
      ...numbersIn(results.participation.waves.map(({ complete }) => complete)),
      ...numbersIn([...bySite.counts, ...byWave.counts].map(({ count }) => count)),
      ...numbersIn(facts.map(({ value }) => value)),
      ...results.charts.flatMap(({ subtitle }) => captioned(subtitle)),
    ];
  }

  async function look(study: FieldedStudy): Promise<number[]> {
    const seen = [];
    for (const member of readers) {
      // The release over all sites is there first, then what the reader sees of it.
      for (let step = 0; step < 2; step += 1) {
        await getBoard(member, boardReader);
        await computeQueued(workspace);
      }
      seen.push(...(await countsSeen(member, study)));
      const { waves } = await getProgress(member, { studyId: study.studyId });
      for (const { started, complete, sites } of waves) {
        if (started?.shown && !(complete.shown && complete.n === started.n)) {
          expect(started.n % k).toBe(0);
        }
        if (!complete.shown) continue;
        const named = sites.flatMap((site) => (site.complete.shown ? [site.complete.n] : []));
        const left = complete.n - named.reduce((sum, n) => sum + n, 0);
        expect(left === 0 || Math.abs(left) >= k, `${left} left over`).toBe(true);
      }
    }
    return seen;
  }

  function tellingPairs(counts: readonly number[]): string[] {
    const known = [...new Set(counts)];
    return known.flatMap((large) =>
      known.flatMap((less) =>
        large > less && large - less < k ? [`${large} without ${less}`] : [],
      ),
    );
  }

  it('is worked out from no two pages, whoever reads them and however often', async () => {
    const study = await createStudy(workspace, { covariates: [], languages: ['en'] });
    await addResponses(workspace, study, [...people(0, 205), ...people(2, 120), ...people(3, 61)]);
    await send(study, 1, small);
    const seen = await look(study);
    expect(seen).toContain(205);
    await addResponses(workspace, study, people(0, 31), { seed: 2, origin: 'imported' });
    await addResponses(workspace, study, people(2, 4), { seed: 3, origin: 'imported' });
    seen.push(...(await look(study)));
    await deliver(study);
    await addResponses(workspace, study, people(1, small), { seed: 4, origin: 'real' });
    seen.push(...(await look(study)));
    await send(study, 0, 3);
    seen.push(...(await look(study)));
    await closeWaves(workspace, study);
    seen.push(...(await look(study)));
    await addResponses(workspace, study, people(0, 40), { seed: 5, origin: 'imported' });
    seen.push(...(await look(study)));
    expect(tellingPairs(seen)).toEqual([]);
  }, 120_000);

  it('is worked out from no two pages where it came with the first answers', async () => {
    const study = await createStudy(workspace, { covariates: [], languages: ['en'] });
    const everybody = [...people(0, 224), ...people(1, small), ...people(2, 120), ...people(3, 61)];
    await addResponses(workspace, study, everybody, { origin: 'imported' });
    await closeWaves(workspace, study);
    const seen = await look(study);
    expect(seen).toContain(224);
    expect(tellingPairs(seen)).toEqual([]);
  }, 120_000);

  it('leaves a reader of it alone with nothing', async () => {
    const study = await createStudy(workspace, { covariates: [], languages: ['en'] });
    await addResponses(workspace, study, [...people(0, 50), ...people(1, small)]);
    const [, hill = ''] = workspace.siteIds;
    const member = await createMember(workspace, 'researcher', [hill]);
    await getBoard(member, boardReader);
    await computeQueued(workspace);
    expect(await countsSeen(member, study)).toEqual([]);
  });
});
