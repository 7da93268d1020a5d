import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seededGenerator } from '#analysis/numeric/seeded-generator.ts';
import { withActor } from '#app/database.server.ts';
import { getChange } from '#app/services/results/get-change.server.ts';
import { requestRun } from '#app/services/results/request-run.server.ts';
import { getWaveView } from '#app/services/results/wave-view.server.ts';
import type { Member } from '#db/actor.server.ts';
import { responses } from '#db/schema/response.ts';
import { describeOnFasterDatabase } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { computeQueued } from './compute-queued.ts';
import { addResponses, createStudy, type FieldedStudy } from './fielded-study.ts';
import { askEveryFilter, tellingDifferences, type ShownGroup } from './shown-groups.ts';
import { buildWorker } from './worker-thread.ts';

const k = 10;
const sizes = [60, 50, 40, 12, 5];

/** Whether `wanted` is a sum of multiples of `known`: what somebody with pen and paper can work out. */
function isInSpan(known: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  const rank = (rows: readonly (readonly number[])[]) => {
    const left = rows.map((row) => [...row]);
    let found = 0;
    for (let column = 0; column < wanted.length; column += 1) {
      const pivot = left.findIndex((row, i) => i >= found && Math.abs(row[column] ?? 0) > 1e-9);
      const row = left[pivot];
      if (!row) continue;
      left.splice(pivot, 1);
      left.splice(found, 0, row);
      for (const other of left.slice(found + 1)) {
        const factor = (other[column] ?? 0) / (row[column] ?? 1);
        row.forEach((value, i) => (other[i] = (other[i] ?? 0) - factor * value));
      }
      found += 1;
    }
    return found;
  };
  return rank([...known, wanted]) === rank(known);
}

describeOnFasterDatabase('readers of different sites who lay their pages together', () => {
  let workspace: Workspace;
  let everybody: Member;
  let readers: Member[];

  beforeAll(async () => {
    await buildWorker();
    workspace = await createWorkspace(['North', 'South', 'East', 'West', 'Hill']);
    everybody = await createMember(workspace, 'researcher');
    const scopes = [[0], [3], [3, 4], [0, 1], [1, 4], [0, 1, 2, 3], [1, 2, 3, 4]];
    readers = [];
    for (const scope of scopes) {
      const siteIds = scope.flatMap((index) => workspace.siteIds[index] ?? []);
      readers.push(await createMember(workspace, 'board-chair', siteIds));
    }
  });

  async function filled(waves = 1): Promise<FieldedStudy> {
    const study = await createStudy(workspace, { waves });
    const random = seededGenerator(3);
    const people = sizes.flatMap((n, site) =>
      Array.from({ length: n }, (_, index) => ({
        siteId: workspace.siteIds[site] ?? '',
        language: random() < 0.3 ? 'kk' : 'en',
        role: 1 + Math.floor(3 * random()),
        experience: 1,
        linkHash: `${site}-${index}`,
      })),
    );
    for (const [index, waveId] of study.waveIds.entries()) {
      await addResponses(workspace, study, people, { waveId, seed: index + 1 });
    }
    return study;
  }

  async function view(member: Member, study: FieldedStudy): Promise<ShownGroup[]> {
    // The second time the run over all sites is there, and that of the reader's sites follows it.
    for (let step = 0; step < 2; step += 1) {
      await requestRun(member, { studyId: study.studyId, wave: 'newest' });
      await computeQueued(workspace);
    }
    const groups = await askEveryFilter(workspace, member, study, { opensPages: true });
    for (const { name, n, members } of groups) expect(members.size, name).toBe(n);
    return groups;
  }

  it('work out no sum of sites with fewer people than the minimum', async () => {
    const study = await filled();
    const whole = await view(everybody, study);
    const parts = [];
    for (const reader of readers) parts.push(...(await view(reader, study)));
    expect(parts.length).toBeGreaterThan(readers.length);
    const all = [...whole, ...parts];
    expect(tellingDifferences(all, k)).toEqual([]);
    const rows = await siteOfEach(study);
    const known = all
      .filter(({ name }) => name === 'everybody' || name.startsWith('site.'))
      .map(({ members }) =>
        sizes.map((n, site) => {
          const seen = [...members].filter((id) => rows.get(id) === workspace.siteIds[site]);
          expect([0, n]).toContain(seen.length);
          return seen.length > 0 ? 1 : 0;
        }),
      );
    for (let set = 1; set < 2 ** sizes.length; set += 1) {
      const wanted = sizes.map((_, site) => (set >> site) & 1);
      const people = sizes.reduce((sum, n, site) => sum + n * (wanted[site] ?? 0), 0);
      if (people < k) expect(isInSpan(known, wanted), wanted.join()).toBe(false);
    }
    expect(isInSpan(known, [1, 1, 0, 0, 0])).toBe(true);
  });

  async function siteOfEach({ studyId }: FieldedStudy): Promise<Map<string, string>> {
    const rows = await withActor(
      { kind: 'system', organisationId: workspace.organisationId },
      (tx) => tx.select().from(responses).where(eq(responses.studyId, studyId)),
    );
    return new Map(rows.map(({ id, siteId }) => [id, siteId]));
  }

  it('see of each of their sites what everybody sees of it', async () => {
    const study = await filled();
    const params = { studyId: study.studyId, wave: 'newest' as const };
    await view(everybody, study);
    const whole = (await getWaveView(everybody, params)).report?.dimensions[0]?.levels ?? [];
    for (const reader of readers) {
      await view(reader, study);
      const { report, seesWholeStudy } = await getWaveView(reader, params);
      expect(seesWholeStudy).toBe(false);
      for (const { id, levels } of report?.dimensions ?? []) {
        expect(id).toBe('site');
        for (const level of levels) {
          expect(reader.siteIds).toContain(level.level);
          expect(level).toEqual(whole.find((other) => other.level === level.level));
        }
      }
    }
  });

  it('see no change within people, which is shown for all sites together', async () => {
    const study = await filled(2);
    for (const reader of readers) {
      expect(await getChange(reader, study.studyId)).toMatchObject({
        ok: false,
        reason: 'some-sites',
      });
    }
    expect(await getChange(everybody, study.studyId)).toMatchObject({ reason: 'waves-not-ready' });
  });

  it('see all of a study that is of their sites alone', async () => {
    const inner = await createWorkspace(['North', 'South']);
    const study = await createStudy(inner);
    const people = inner.siteIds.flatMap((siteId) =>
      Array.from({ length: 30 }, () => ({ siteId, language: 'en', role: 1, experience: 1 })),
    );
    await addResponses(inner, study, people);
    const member = await createMember(inner, 'researcher', inner.siteIds);
    const params = { studyId: study.studyId, wave: 'newest' as const };
    await requestRun(member, params);
    await computeQueued(inner);
    const { report, seesWholeStudy } = await getWaveView(member, params);
    expect(seesWholeStudy).toBe(true);
    expect(report?.dimensions.map(({ id }) => id)).toEqual([
      'site',
      'language',
      'role',
      'experience',
    ]);
  });
});
