import { beforeAll, expect, it } from 'vitest';
import { requestRun } from '#app/services/results/request-run.server.ts';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import type { Member } from '#db/actor.server.ts';
import { describeOnFasterDatabase } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import {
  addResponses,
  closeWaves,
  createStudy,
  drawPeople,
  type FieldedStudy,
} from './fielded-study.ts';
import {
  askEveryFilter,
  tellingDifferences,
  tellingRemainders,
  type ShownGroup,
} from './shown-groups.ts';
import { buildWorker } from './worker-thread.ts';

const k = 10;

describeOnFasterDatabase('what two views of results give away by subtraction', () => {
  let workspace: Workspace;
  let researcher: Member;
  let northern: Member;

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South', 'East', 'West', 'Hill']);
    researcher = await createMember(workspace, 'researcher');
    northern = await createMember(workspace, 'board-chair', workspace.siteIds.slice(0, 2));
  });

  async function view(
    member: Member,
    study: FieldedStudy,
    options: { former?: readonly ShownGroup[]; opensPages?: boolean } = {},
  ) {
    // Figures of some sites follow those of all: the second time.
    const steps = member.siteIds === null ? 1 : 2;
    for (let step = 0; step < steps; step += 1) {
      await requestRun(member, { studyId: study.studyId, wave: 'newest' });
      await computeQueued(workspace);
    }
    const groups = await askEveryFilter(workspace, member, study, options);
    for (const { name, n, members } of groups) expect(members.size, name).toBe(n);
    return groups;
  }

  it('across every filter the pages accept', async () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const study = await createStudy(workspace);
      await addResponses(workspace, study, drawPeople(workspace, 30 + 60 * seed, seed), { seed });
      for (const member of [researcher, northern]) {
        const groups = await view(member, study, { opensPages: true });
        expect(tellingDifferences(groups, k), `seed ${seed}`).toEqual([]);
        expect(tellingRemainders(groups, k), `seed ${seed}`).toEqual([]);
      }
    }
  }, 120_000);

  it('where a language is spoken at one site alone', async () => {
    const study = await createStudy(workspace);
    const people = drawPeople(workspace, 120).map((person, index) => ({
      ...person,
      language: person.siteId === workspace.siteIds[0] || index < 3 ? 'kk' : 'ru',
    }));
    await addResponses(workspace, study, people);
    const groups = await view(researcher, study);
    expect(tellingDifferences(groups, k)).toEqual([]);
    expect(groups.length).toBeGreaterThan(1);
  });

  it('across refreshes, whatever arrives in between, and at closing', async () => {
    const random = seededGenerator(99);
    for (let seed = 1; seed <= 3; seed += 1) {
      const study = await createStudy(workspace);
      await addResponses(workspace, study, drawPeople(workspace, 150, seed), { seed });
      const members = [researcher, northern];
      const seen = new Map<Member, ShownGroup[][]>();
      for (let step = 0; step <= 6; step += 1) {
        for (const member of members) {
          const former = seen.get(member) ?? [];
          seen.set(member, [...former, await view(member, study, { former: former.at(-1) ?? [] })]);
        }
        const arrivals = [1, 3, 9, 14, 60, 200][Math.floor(6 * random())] ?? 1;
        const options = { seed: 100 * seed + step };
        await addResponses(
          workspace,
          study,
          drawPeople(workspace, arrivals, 7 * step + seed),
          options,
        );
        if (step === 5) await closeWaves(workspace, study);
      }
      for (const releases of seen.values()) {
        for (const [index, release] of releases.entries()) {
          expect(tellingRemainders(release, k), `seed ${seed}`).toEqual([]);
          const same = releases.slice(index + 1).flatMap((later) =>
            release.flatMap((group) => {
              const again = later.find(({ name }) => name === group.name);
              return again ? tellingDifferences([group, again], k) : [];
            }),
          );
          expect(same, `seed ${seed}, release ${index}`).toEqual([]);
        }
      }
    }
  }, 120_000);

  it('shows new answers once there are enough of them, and says how many wait', async () => {
    const study = await createStudy(workspace, { covariates: [] });
    const people = drawPeople(workspace, 200, 3);
    await addResponses(workspace, study, people);
    const before = await view(researcher, study);
    const [siteId = ''] = workspace.siteIds;
    const newcomers = (n: number) =>
      Array.from({ length: n }, () => ({ siteId, language: 'en', role: null, experience: null }));
    await addResponses(workspace, study, newcomers(9), { seed: 5 });
    const waiting = await view(researcher, study, { former: before });
    expect(waiting.map(({ n }) => n)).toEqual(before.map(({ n }) => n));
    const { runs } = await requestRun(researcher, { studyId: study.studyId, wave: 'newest' });
    expect(runs[0]?.run.result).toMatchObject({ waiting: 9 });
    await addResponses(workspace, study, newcomers(1), { seed: 6 });
    const after = await view(researcher, study, { former: waiting });
    expect(after[0]?.n).toBe(210);
  });
});
