import { beforeAll, expect, it } from 'vitest';
import { findResultsStudy } from '#db/queries/results-study.server.ts';
import { uuidTexts } from '#db/uuid-words.ts';
import type { Actor } from '#db/actor.server.ts';
import { withActor } from '#app/database.server.ts';
import {
  collectResponses,
  type CollectedResponses,
} from '#app/services/results/collect-responses.server.ts';
import { pickResponses } from '#app/services/results/pick-responses.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { addResponses, createStudy, type FieldedStudy } from './fielded-study.ts';

describeOnDatabases('the responses of a study', () => {
  let workspace: Workspace;
  let study: FieldedStudy;
  let earlier: string[] = [];
  let later: string[] = [];
  const hashes = ['a\tb', 'c\\N', null];

  beforeAll(async () => {
    workspace = await createWorkspace(['North', 'South']);
    study = await createStudy(workspace, { languages: ['en', 'kk'], waves: 2 });
    const [north = '', south = ''] = workspace.siteIds;
    const people = [
      { siteId: south, language: 'kk', role: 2, experience: null },
      { siteId: north, language: 'fr', role: 99, experience: 1 },
      { siteId: north, language: 'a\\b', role: null, experience: 1 },
    ].map((person, index) => {
      const linkHash = hashes[index];
      return linkHash ? { ...person, linkHash } : person;
    });
    earlier = await addResponses(workspace, study, people);
    const waveId = study.waveIds[1] ?? '';
    later = await addResponses(workspace, study, people.slice(0, 1), { waveId, illegalCode: 123 });
  });

  async function collect(actor: Actor, withLinkKeys: boolean): Promise<CollectedResponses> {
    const { organisationId } = workspace;
    return withActor(actor, async (tx) => {
      const found = await findResultsStudy(tx, { organisationId, studyId: study.studyId });
      if (!found) throw new Error('the study is there');
      return collectResponses(tx, organisationId, found, study.waveIds, { withLinkKeys });
    });
  }

  /** By id, everything in words: rows come in no order. */
  function inWords(rows: CollectedResponses) {
    const { dimensions, linkKeys, waves, codes, n } = rows;
    const width = codes.length / n;
    return Object.fromEntries(
      uuidTexts(rows.ids).map((id, row) => [
        id,
        {
          levels: dimensions.map(({ levels, index }) => levels[index[row] ?? -1] ?? null),
          link: linkKeys[row],
          wave: waves[row],
          firstCode: codes[row * width],
          lastCode: codes[row * width + width - 1],
        },
      ]),
    );
  }

  it('are what was written, declared or not, null or not', async () => {
    const researcher = await createMember(workspace, 'researcher');
    const rows = await collect(researcher, true);
    const [north, south] = workspace.siteIds;
    const common = {
      firstCode: expect.any(Number) as number,
      lastCode: expect.any(Number) as number,
    };
    expect(inWords(rows)).toEqual({
      [earlier[0] ?? '']: { levels: [south, 'kk', '2', null], link: 'a\tb', wave: 0, ...common },
      [earlier[1] ?? '']: { levels: [north, 'fr', '99', '1'], link: 'c\\N', wave: 0, ...common },
      [earlier[2] ?? '']: { levels: [north, 'a\\b', null, '1'], link: null, wave: 0, ...common },
      [later[0] ?? '']: {
        ...{ levels: [south, 'kk', '2', null], link: 'a\tb', wave: 1 },
        ...{ firstCode: 123, lastCode: 123 },
      },
    });
    expect(rows.dimensions[1]?.levels.slice(0, 2)).toEqual(['en', 'kk']);
  });

  it('are those of the sites of the reader', async () => {
    const southern = await createMember(workspace, 'researcher', workspace.siteIds.slice(1));
    const rows = await collect(southern, false);
    expect(uuidTexts(rows.ids).sort()).toEqual([earlier[0], later[0]].sort());
    expect(rows.linkKeys).toEqual([]);
  });

  it('lose with the rows that are left out the levels that nobody declared', async () => {
    const researcher = await createMember(workspace, 'researcher');
    const rows = await collect(researcher, true);
    const included = Uint8Array.from(uuidTexts(rows.ids), (id) => (id === earlier[1] ? 0 : 1));
    const picked = pickResponses(rows, included);
    const { [earlier[1] ?? '']: left, ...others } = inWords(rows);
    expect(left).toBeDefined();
    expect(inWords(picked)).toEqual(others);
    expect(picked.dimensions[1]?.levels).toEqual(['en', 'kk', 'a\\b']);
    expect(
      pickResponses(
        rows,
        included.map(() => 0),
      ),
    ).toMatchObject({ n: 0, linkKeys: [] });
  });
});
