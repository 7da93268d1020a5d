import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { addSite } from '#app/services/sites/add-site.server.ts';
import { setArchived } from '#app/services/sites/archive-site.server.ts';
import { changeSite } from '#app/services/sites/change-site.server.ts';
import { getSiteToManage, listSitesToManage } from '#app/services/sites/list-every-site.server.ts';
import { listScopeChoices } from '#app/services/sites/list-scope-choices.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { studies } from '#db/schema/study.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { fillStudy } from '#tests/support/filled-study.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';

async function administrator() {
  const workspace = await createWorkspace();
  return { workspace, member: await createMember(workspace, 'administrator') };
}

const west = { name: 'West', country: 'DE' };

describeOnDatabases('sites', () => {
  it('are added and changed, each recorded', async () => {
    const { workspace, member } = await administrator();
    const { id } = await addSite(member, west);
    await changeSite(member, id, { name: 'Far West', country: 'AT' });
    expect(await getSiteToManage(member, id)).toMatchObject({ name: 'Far West', country: 'AT' });
    await changeSite(member, id, { name: 'Far West', country: 'CH' });
    const entries = await getDatabase()
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, workspace.organisationId));
    const actions = entries.map(({ action }) => action);
    expect(actions.sort()).toEqual(['site.added', 'site.changed', 'site.changed']);
  });

  it('have names of their own within the organisation', async () => {
    const { workspace, member } = await administrator();
    const { id } = await addSite(member, west);
    const taken = { reason: 'site-name-taken' };
    await expect(addSite(member, west)).rejects.toMatchObject(taken);
    await expect(addSite(member, { ...west, name: 'WEST' })).rejects.toMatchObject(taken);
    await addSite(member, { ...west, name: 'Ärzte' });
    await expect(addSite(member, { ...west, name: 'ärzte' })).rejects.toMatchObject(taken);
    await changeSite(member, id, { ...west, name: 'west' });
    const change = changeSite(member, id, { ...west, name: workspace.siteNames[0] ?? '' });
    await expect(change).rejects.toMatchObject(taken);
    const other = await administrator();
    await addSite(other.member, west);
  });

  it('are archived, no longer offered, and taken back', async () => {
    const { workspace, member } = await administrator();
    const id = workspace.siteIds[0] ?? '';
    await setArchived(member, id, true);
    await expect(setArchived(member, id, true)).rejects.toMatchObject({ code: 'conflict' });
    expect((await listScopeChoices(member)).map((site) => site.id)).not.toContain(id);
    expect((await listSitesToManage(member)).at(-1)?.id).toBe(id);
    await setArchived(member, id, false);
    expect((await listScopeChoices(member)).map((site) => site.id)).toContain(id);
  });

  it('stay in use while a study of theirs is open', async () => {
    const { workspace, member } = await administrator();
    const [siteId = ''] = workspace.siteIds;
    const owner = { userId: member.userId, siteScope: '*' };
    const { studyId } = await fillStudy(workspace.organisationId, siteId, owner);
    const refusal = { reason: 'site-in-open-study' };
    await expect(setArchived(member, siteId, true)).rejects.toMatchObject(refusal);
    await getDatabase().update(studies).set({ state: 'closed' }).where(eq(studies.id, studyId));
    await setArchived(member, siteId, true);
  });

  it('are managed by an administrator of all sites, in the own organisation', async () => {
    const { workspace, member } = await administrator();
    const id = workspace.siteIds[0] ?? '';
    const forbidden = { code: 'forbidden' };
    for (const other of [
      await createMember(workspace, 'researcher'),
      await createMember(workspace, 'auditor'),
      await createMember(workspace, 'administrator', workspace.siteIds),
    ]) {
      await expect(addSite(other, west)).rejects.toMatchObject(forbidden);
      await expect(changeSite(other, id, west)).rejects.toMatchObject(forbidden);
      await expect(setArchived(other, id, true)).rejects.toMatchObject(forbidden);
      await expect(listSitesToManage(other)).rejects.toMatchObject(forbidden);
    }
    const stranger = await administrator();
    await expect(changeSite(stranger.member, id, west)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(setArchived(stranger.member, id, true)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await getSiteToManage(member, id)).toMatchObject({ archivedOn: null });
  });
});
