import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auth } from '#app/auth.server.ts';
import { withActor } from '#app/database.server.ts';
import { removeSecondFactor } from '#app/services/people/remove-second-factor.server.ts';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import {
  finishSecondFactor,
  startSecondFactor,
} from '#app/services/sign-in/second-factor.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { outbox } from '#db/schema/invitation.ts';
import { memberships, type MemberRole } from '#db/schema/membership.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { totpCode } from '#tests/support/totp.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';

const password = 'a long enough password';
const reason = 'Asked in person, telephone stolen.';

const system = <Result>(work: Parameters<typeof withActor<Result>>[1]) =>
  withActor({ kind: 'system', organisationId: null }, work);

async function join({ organisationId }: Workspace, userId: string, role: MemberRole) {
  const id = randomUUID();
  await system((tx) =>
    tx.insert(memberships).values({ organisationId, id, userId, role, allSites: true }),
  );
  return id;
}

async function personWithApp(workspace: Workspace, role: MemberRole = 'researcher') {
  const email = `${randomUUID()}@example.org`;
  const userId = await createAccount({ email, name: 'Ana', password });
  const signedIn = await signIn(new Headers(), { email, password });
  if (signedIn.outcome !== 'signed-in') throw new Error(signedIn.outcome);
  const first = cookieHeaders(signedIn.cookies);
  const setUp = await startSecondFactor(first, userId, password);
  const cookies = setUp && (await finishSecondFactor(first, userId, totpCode(setUp.address)));
  if (!cookies) throw new Error('the code is right');
  const id = await join(workspace, userId, role);
  return { email, userId, id, headers: cookieHeaders(cookies, first) };
}

describeOnDatabases('a lost second factor', () => {
  it('is removed by an administrator: sessions end, the trail has the reason, a mail is written', async () => {
    const workspace = await createWorkspace();
    const administrator = await createMember(workspace, 'administrator');
    const { email, id, userId, headers } = await personWithApp(workspace);
    expect((await auth().api.getSession({ headers }))?.user.id).toBe(userId);

    await removeSecondFactor(administrator, { id, reason, language: 'en' });
    expect(await auth().api.getSession({ headers })).toBeNull();
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
    const { organisationId } = workspace;
    const entries = await system((tx) =>
      tx
        .select()
        .from(auditEntries)
        .where(eq(auditEntries.organisationId, organisationId))
        .orderBy(auditEntries.number),
    );
    expect(entries).toMatchObject([
      {
        action: 'member.second-factor-removed',
        actor: administrator.userId,
        subjectId: userId,
        detail: { reason },
      },
    ]);
    const mails = await system((tx) =>
      tx.select().from(outbox).where(eq(outbox.organisationId, organisationId)),
    );
    expect(mails).toMatchObject([{ recipient: email }]);
    expect(mails[0]?.body).toContain(reason);
    await expect(
      removeSecondFactor(administrator, { id, reason, language: 'en' }),
    ).rejects.toMatchObject({ reason: 'second-factor-off' });
  });

  it('stays where the person belongs to another organisation too', async () => {
    const [workspace, other] = [await createWorkspace(), await createWorkspace()];
    const administrator = await createMember(workspace, 'administrator');
    const { email, id, userId, headers } = await personWithApp(workspace);
    await join(other, userId, 'administrator');
    await expect(
      removeSecondFactor(administrator, { id, reason, language: 'en' }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'second-factor-shared' });
    expect((await auth().api.getSession({ headers }))?.user.id).toBe(userId);
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('second-factor');
  });

  it('is not removed by oneself, from outside, or in another role', async () => {
    const workspace = await createWorkspace();
    const own = await personWithApp(workspace, 'administrator');
    const { organisationId } = workspace;
    const self = {
      kind: 'member',
      organisationId,
      userId: own.userId,
      role: 'administrator',
      siteIds: null,
    } as const;
    const outsider = await createMember(await createWorkspace(), 'administrator');
    const auditor = await createMember(workspace, 'auditor');
    const input = { id: own.id, reason, language: 'en' } as const;
    await expect(removeSecondFactor(self, input)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'second-factor-own',
    });
    await expect(removeSecondFactor(outsider, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(removeSecondFactor(auditor, input)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await signIn(new Headers(), { email: own.email, password })).outcome).toBe(
      'second-factor',
    );
  });
});
