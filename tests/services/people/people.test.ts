import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import {
  acceptAsAccount,
  acceptAsNewcomer,
} from '#app/services/people/accept-invitation.server.ts';
import { changeMembership } from '#app/services/people/change-membership.server.ts';
import { listAudit } from '#app/services/audit/list-audit.server.ts';
import { getOffer } from '#app/services/people/get-offer.server.ts';
import { inviteMember } from '#app/services/people/invite-member.server.ts';
import { listPeople } from '#app/services/people/list-people.server.ts';
import { removeMember } from '#app/services/people/remove-member.server.ts';
import { revokeMemberInvitation } from '#app/services/people/revoke-member-invitation.server.ts';
import { sendReset } from '#app/services/people/send-reset.server.ts';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { isResetToken } from '#app/services/sign-in/reset-password.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { memberInvitations, memberships } from '#db/schema/membership.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const password = 'a long enough password';
const everywhere = { allSites: true, siteIds: [] };
const newAddress = () => `${randomUUID()}@example.org`;

async function workspaceWithAdministrator() {
  const workspace = await createWorkspace();
  return { workspace, administrator: await createMember(workspace, 'administrator') };
}

async function membershipIdOf(member: Member): Promise<string> {
  const rows = await withActor({ kind: 'system', organisationId: member.organisationId }, (tx) =>
    tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(eq(memberships.userId, member.userId)),
  );
  return rows[0]?.id ?? '';
}

async function actionsIn({ organisationId }: Pick<Workspace, 'organisationId'>) {
  const rows = await withActor({ kind: 'system', organisationId }, (tx) =>
    tx
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(eq(auditEntries.organisationId, organisationId))
      .orderBy(auditEntries.number),
  );
  return rows.map((row) => row.action);
}

const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? '';

describeOnDatabases('inviting', () => {
  it('lets a newcomer join by the link, once, with the role and the sites offered', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const email = newAddress();
    const siteIds = workspace.siteIds.slice(0, 1);
    const { link } = await inviteMember(administrator, {
      email: email.toUpperCase(),
      role: 'researcher',
      allSites: false,
      siteIds,
    });
    const token = tokenOf(link);
    expect(await getOffer(token)).toMatchObject({ email, role: 'researcher', accountId: null });
    await acceptAsNewcomer(token, { name: 'Ana', password });
    const { people, invitations } = await listPeople(administrator);
    expect(people.find((person) => person.email === email)).toMatchObject({
      name: 'Ana',
      role: 'researcher',
      allSites: false,
      siteIds,
    });
    expect(invitations).toEqual([]);
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
    await expect(getOffer(token)).rejects.toMatchObject({ code: 'gone' });
    await expect(acceptAsNewcomer(token, { name: 'B', password })).rejects.toMatchObject({
      code: 'gone',
    });
    expect(await actionsIn(workspace)).toEqual(['member.invited', 'member.joined']);
  });

  it('keeps no link', async () => {
    const { administrator } = await workspaceWithAdministrator();
    const invitation = { email: newAddress(), role: 'auditor', ...everywhere } as const;
    const token = tokenOf((await inviteMember(administrator, invitation)).link);
    const rows = await withActor({ kind: 'system', organisationId: null }, (tx) =>
      tx.select().from(memberInvitations),
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('makes no second account when a link is used twice at the same moment', async () => {
    const { administrator } = await workspaceWithAdministrator();
    const invitation = { email: newAddress(), role: 'auditor', ...everywhere } as const;
    const token = tokenOf((await inviteMember(administrator, invitation)).link);
    const results = await Promise.allSettled(
      ['A', 'B', 'C'].map((name) => acceptAsNewcomer(token, { name, password })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { people } = await listPeople(administrator);
    expect(people.filter((person) => person.email === invitation.email)).toHaveLength(1);
  });

  it('lets an existing account join while signed in with the invited address alone', async () => {
    const { administrator } = await workspaceWithAdministrator();
    const email = newAddress();
    const id = await createAccount({ email, name: 'Ana', password });
    const other = { id: await createAccount({ email: newAddress(), name: 'B', password }), email };
    const { link } = await inviteMember(administrator, { email, role: 'secretary', ...everywhere });
    const token = tokenOf(link);
    await expect(acceptAsNewcomer(token, { name: 'C', password })).rejects.toMatchObject({
      reason: 'account-exists',
    });
    await expect(acceptAsAccount(token, other)).rejects.toMatchObject({ code: 'forbidden' });
    await acceptAsAccount(token, { id, email });
    const { people } = await listPeople(administrator);
    expect(people.map((person) => person.email)).toContain(email);
    const again = inviteMember(administrator, { email, role: 'auditor', ...everywhere });
    await expect(again).rejects.toMatchObject({ reason: 'already-member' });
  });

  it('makes an older link to the same address void, and a revoked or expired one too', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const invitation = { email: newAddress(), role: 'auditor', ...everywhere } as const;
    const first = tokenOf((await inviteMember(administrator, invitation)).link);
    const second = tokenOf((await inviteMember(administrator, invitation)).link);
    await expect(getOffer(first)).rejects.toMatchObject({ code: 'gone' });
    const { invitations } = await listPeople(administrator);
    expect(invitations).toHaveLength(1);
    await revokeMemberInvitation(administrator, invitations[0]?.id ?? '');
    const { entries } = await listAudit(administrator, {
      ...{ actor: null, from: null, to: null, page: 1 },
      action: 'member.invitation-revoked',
    });
    expect(entries[0]?.detail).toMatchObject({ role: 'auditor', allSites: true });
    await expect(getOffer(second)).rejects.toMatchObject({ code: 'gone' });
    await expect(getOffer(second.slice(1))).rejects.toMatchObject({ code: 'not-found' });
    await expect(acceptAsNewcomer(second, { name: 'A', password })).rejects.toThrow();

    const third = tokenOf((await inviteMember(administrator, invitation)).link);
    await withActor({ kind: 'system', organisationId: workspace.organisationId }, (tx) =>
      tx
        .update(memberInvitations)
        .set({ expiresAt: new Date(Date.now() - 1000) })
        .where(eq(memberInvitations.organisationId, workspace.organisationId)),
    );
    await expect(getOffer(third)).rejects.toMatchObject({ code: 'gone' });
    await expect(acceptAsNewcomer(third, { name: 'A', password })).rejects.toMatchObject({
      code: 'gone',
    });
  });

  it('refuses sites of another organisation, no sites, and roles that need all of them', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const foreign = await createWorkspace();
    const invite = (role: 'researcher' | 'administrator' | 'data-custodian', siteIds: string[]) =>
      inviteMember(administrator, { email: newAddress(), role, allSites: false, siteIds });
    await expect(invite('researcher', foreign.siteIds)).rejects.toMatchObject({
      reason: 'site-unknown',
    });
    await expect(invite('researcher', [])).rejects.toMatchObject({ reason: 'site-unknown' });
    for (const role of ['administrator', 'data-custodian'] as const) {
      await expect(invite(role, workspace.siteIds)).rejects.toMatchObject({
        reason: 'role-needs-all-sites',
      });
    }
  });
});

describeOnDatabases('changing people', () => {
  it('gives another role and other sites', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const member = await createMember(workspace, 'researcher', workspace.siteIds);
    const id = await membershipIdOf(member);
    const siteIds = workspace.siteIds.slice(1);
    await changeMembership(administrator, id, { role: 'board-member', allSites: false, siteIds });
    const { people } = await listPeople(administrator);
    expect(people.find((person) => person.id === id)).toMatchObject({
      role: 'board-member',
      siteIds,
    });
    expect(await actionsIn(workspace)).toEqual(['member.changed']);
  });

  it('removes somebody', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const id = await membershipIdOf(await createMember(workspace, 'auditor'));
    await removeMember(administrator, id);
    expect((await listPeople(administrator)).people).toHaveLength(1);
    await expect(removeMember(administrator, id)).rejects.toMatchObject({ code: 'not-found' });
    expect(await actionsIn(workspace)).toEqual(['member.removed']);
  });

  it('never takes away the last administrator', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const id = await membershipIdOf(administrator);
    const refusal = { reason: 'last-administrator' };
    await expect(removeMember(administrator, id)).rejects.toMatchObject(refusal);
    const demotion = changeMembership(administrator, id, { role: 'auditor', ...everywhere });
    await expect(demotion).rejects.toMatchObject(refusal);
    expect(await actionsIn(workspace)).toEqual([]);
    const second = await createMember(workspace, 'administrator');
    await removeMember(second, id);
    expect((await listPeople(second)).people).toHaveLength(1);
  });

  it('keeps one of two administrators who remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { workspace, administrator } = await workspaceWithAdministrator();
      const second = await createMember(workspace, 'administrator');
      const [firstId, secondId] = [
        await membershipIdOf(administrator),
        await membershipIdOf(second),
      ];
      const results = await Promise.allSettled([
        removeMember(administrator, secondId),
        removeMember(second, firstId),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('does not reach people of another organisation', async () => {
    const { administrator } = await workspaceWithAdministrator();
    const foreign = await createMember(await createWorkspace(), 'auditor');
    const id = await membershipIdOf(foreign);
    await expect(removeMember(administrator, id)).rejects.toMatchObject({ code: 'not-found' });
    const change = changeMembership(administrator, id, { role: 'secretary', ...everywhere });
    await expect(change).rejects.toMatchObject({ code: 'not-found' });
    await expect(sendReset(administrator, id, 'en')).rejects.toMatchObject({ code: 'not-found' });
    expect(await membershipIdOf(foreign)).toBe(id);
  });

  it('hands out a reset link and records it', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const id = await membershipIdOf(await createMember(workspace, 'auditor'));
    const { link } = await sendReset(administrator, id, 'en');
    expect(await isResetToken(new URL(link ?? '').searchParams.get('token') ?? '')).toBe(true);
    expect(await actionsIn(workspace)).toEqual(['member.reset-sent']);
  });

  it('is refused to everybody but an administrator of all sites', async () => {
    const { workspace, administrator } = await workspaceWithAdministrator();
    const id = await membershipIdOf(administrator);
    const forbidden = { code: 'forbidden' };
    const others = [
      await createMember(workspace, 'researcher'),
      await createMember(workspace, 'auditor'),
      await createMember(workspace, 'administrator', workspace.siteIds),
    ];
    for (const member of others) {
      const invitation = { email: newAddress(), role: 'auditor', ...everywhere } as const;
      await expect(inviteMember(member, invitation)).rejects.toMatchObject(forbidden);
      await expect(removeMember(member, id)).rejects.toMatchObject(forbidden);
      await expect(sendReset(member, id, 'en')).rejects.toMatchObject(forbidden);
      await expect(revokeMemberInvitation(member, id)).rejects.toMatchObject(forbidden);
      const change = changeMembership(member, id, { role: 'auditor', ...everywhere });
      await expect(change).rejects.toMatchObject(forbidden);
    }
  });
});
