import { beforeAll, expect, it } from 'vitest';
import { describeSystem } from '#app/services/register/describe-system.server.ts';
import { getDecision } from '#app/services/register/get-decision.server.ts';
import { getSystem } from '#app/services/register/get-system.server.ts';
import { listSystems } from '#app/services/register/list-systems.server.ts';
import type { Member } from '#db/actor.server.ts';
import type { MemberRole } from '#db/schema/membership.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { newSystem } from './new-system.ts';

describeOnDatabases('what is missing of sections that a reader may not read', () => {
  let workspace: Workspace;
  let owner: Member;
  let ids: { systemId: string; deploymentId: string };

  beforeAll(async () => {
    workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    ids = await newSystem(owner, workspace.siteIds[0] ?? '');
    const { systemId } = ids;
    const ended = { supplier: 'Meridian', fundedUntil: '2026-01-31' };
    await describeSystem(owner, {
      ...{ systemId, revision: 1 },
      change: { of: 'supplier', values: ended, visibility: 'private' },
    });
    await describeSystem(owner, {
      ...{ systemId, revision: 2 },
      change: { of: 'safety', values: { dpia: 'planned' }, visibility: 'board' },
    });
  });

  /** As the overview, the list of systems and, for who may, the form of a decision tell it. */
  async function toldTo(role: MemberRole) {
    const member = role === 'model-owner' ? owner : await createMember(workspace, role);
    const { duties, unlooked } = await getSystem(member, ids);
    const { systems } = await listSystems(member);
    expect(systems).toMatchObject([{ duties, unlooked }]);
    if (['model-owner', 'board-chair'].includes(role)) {
      for (const deploymentId of [ids.deploymentId, null]) {
        expect(await getDecision(member, { ...ids, deploymentId })).toMatchObject({
          ...{ duties, unlooked },
        });
      }
    }
    return [duties.map(({ code }) => code), unlooked] as const;
  }
  const open = ['no-fallback', 'no-drill'];

  it.each([
    ['model-owner', [...open, 'funding-ended', 'no-impact-assessment'], 0],
    ['board-chair', [...open, 'no-impact-assessment'], 1],
    ['researcher', open, 2],
  ] as const)(
    'is not told to a %s who may not, only of how many there are',
    async (role, codes, left) => {
      expect(await toldTo(role)).toEqual([codes, left]);
    },
  );

  it('does not show by the filter of what is missing either', async () => {
    const other = await createWorkspace();
    const keeper = await createMember(other, 'model-owner');
    const { systemId } = await newSystem(keeper, other.siteIds[0] ?? '');
    const said = {
      ...{ fallback: { fallbackMode: 'manual', lastDrill: '2026-10-01' } },
      ...{ supplier: { fundedUntil: '2026-01-31' }, safety: { dpia: 'done' } },
    };
    let revision = 1;
    for (const [of, values] of Object.entries(said)) {
      const visibility = of === 'supplier' ? 'private' : 'public';
      await describeSystem(keeper, {
        ...{ systemId, revision },
        change: { of: of as 'supplier', values, visibility },
      });
      revision += 1;
    }
    const found = async (member: Member) =>
      (await listSystems(member, { missing: 'yes' })).systems.length;
    expect(await found(keeper)).toBe(1);
    expect(await found(await createMember(other, 'researcher'))).toBe(0);
  });
});
