import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auth } from '#app/auth.server.ts';
import { getDatabase, withActor } from '#app/database.server.ts';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { openSignInLink } from '#app/services/sign-in/open-sign-in-link.server.ts';
import { requestPasswordReset } from '#app/services/sign-in/request-password-reset.server.ts';
import { requestSignInLink } from '#app/services/sign-in/request-sign-in-link.server.ts';
import { isResetToken, resetPassword } from '#app/services/sign-in/reset-password.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { signOut } from '#app/services/sign-in/sign-out.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { memberships } from '#db/schema/membership.ts';
import { account, verification } from '#db/schema/sign-in.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createWorkspace } from '#tests/support/workspace.ts';

const password = 'a long enough password';

async function newPerson(withOrganisation = true) {
  const email = `${randomUUID()}@example.org`;
  const id = await createAccount({ email, name: 'Ana', password });
  if (!withOrganisation) return { id, email };
  const { organisationId } = await createWorkspace();
  await withActor({ kind: 'system', organisationId }, (tx) =>
    tx.insert(memberships).values({ organisationId, userId: id, role: 'auditor', allSites: true }),
  );
  return { id, email };
}

async function linkMailedTo(email: string): Promise<URL | undefined> {
  const mails = await withActor({ kind: 'system', organisationId: null }, (tx) =>
    tx
      .select({ body: outbox.body })
      .from(outbox)
      .where(eq(outbox.recipient, email))
      .orderBy(outbox.createdAt),
  );
  const address = /https?:\S+/.exec(mails.at(-1)?.body ?? '')?.[0];
  return address ? new URL(address) : undefined;
}

describeOnDatabases('signing in', () => {
  it('opens a session with the right password and closes it again', async () => {
    const { email, id } = await newPerson();
    const result = await signIn(new Headers(), { email: email.toUpperCase(), password });
    if (result.outcome !== 'signed-in') throw new Error(result.outcome);
    const headers = cookieHeaders(result.cookies);
    expect((await auth().api.getSession({ headers }))?.user.id).toBe(id);
    const cookies = await signOut(headers);
    expect(await auth().api.getSession({ headers })).toBeNull();
    expect(cookieHeaders(cookies, headers).get('Cookie')).toBe('');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await newPerson();
    const wrong = await signIn(new Headers(), { email, password: 'not the right password' });
    const unknown = await signIn(new Headers(), { email: `x${email}`, password });
    expect(wrong).toEqual({ outcome: 'refused' });
    expect(unknown).toEqual(wrong);
  });

  it('refuses an account after ten wrong tries, the right password included', async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 10; i += 1) {
      await signIn(new Headers(), { email, password: 'not the right password' });
    }
    await expect(signIn(new Headers(), { email, password })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    const other = await newPerson();
    const result = await signIn(new Headers(), { email: other.email, password });
    expect(result.outcome).toBe('signed-in');
  });

  it('forgets earlier tries once the password was right', async () => {
    const { email } = await newPerson();
    for (let i = 0; i < 9; i += 1) {
      await signIn(new Headers(), { email, password: 'not the right password' });
    }
    for (let i = 0; i < 3; i += 1) {
      expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
    }
  });

  it('keeps no password and makes no second account for an address', async () => {
    const { email, id } = await newPerson();
    const [row] = await getDatabase().select().from(account).where(eq(account.userId, id));
    expect(row?.password).toBeTruthy();
    expect(row?.password).not.toContain(password);
    await expect(
      createAccount({ email: email.toUpperCase(), name: 'B', password }),
    ).rejects.toMatchObject({ reason: 'account-exists' });
  });
});

describeOnDatabases('a sign-in link', () => {
  it('signs in once', async () => {
    const { email, id } = await newPerson();
    await requestSignInLink({ email, language: 'en', to: '/board' });
    const url = await linkMailedTo(email);
    expect(url?.pathname).toBe('/sign-in/link');
    expect(url?.searchParams.get('to')).toBe('/board');
    const token = url?.searchParams.get('token') ?? '';
    const cookies = await openSignInLink(new Headers(), token);
    if (!cookies) throw new Error('refused');
    const session = await auth().api.getSession({ headers: cookieHeaders(cookies) });
    expect(session?.user.id).toBe(id);
    expect(await openSignInLink(new Headers(), token)).toBeNull();
    const stored = await getDatabase().select().from(verification);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('leaves the password of a new account alone', async () => {
    const { email } = await newPerson();
    await requestSignInLink({ email, language: 'en', to: '/start' });
    const token = (await linkMailedTo(email))?.searchParams.get('token') ?? '';
    await openSignInLink(new Headers(), token);
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
  });

  it('goes nowhere for an unknown address or an account of no organisation', async () => {
    const stranger = `${randomUUID()}@example.org`;
    await requestSignInLink({ email: stranger, language: 'en', to: '/start' });
    expect(await linkMailedTo(stranger)).toBeUndefined();
    const { email } = await newPerson(false);
    await requestSignInLink({ email, language: 'en', to: '/start' });
    expect(await linkMailedTo(email)).toBeUndefined();
  });

  it('is refused when it is made up, and asked for at most five times an hour', async () => {
    expect(await openSignInLink(new Headers(), 'made-up')).toBeNull();
    const { email } = await newPerson();
    for (let i = 0; i < 5; i += 1) {
      await requestSignInLink({ email, language: 'en', to: '/start' });
    }
    await expect(requestSignInLink({ email, language: 'en', to: '/start' })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
  });
});

describeOnDatabases('a password reset', () => {
  it('sets the password once and ends the sessions', async () => {
    const { email } = await newPerson();
    const before = await signIn(new Headers(), { email, password });
    if (before.outcome !== 'signed-in') throw new Error(before.outcome);
    await requestPasswordReset({ email, language: 'ru' });
    const token = (await linkMailedTo(email))?.searchParams.get('token') ?? '';
    expect(await isResetToken(token)).toBe(true);
    expect(await resetPassword({ token, password: 'another long password' })).toBe(true);
    expect(await resetPassword({ token, password: 'a third long password' })).toBe(false);
    expect(await isResetToken(token)).toBe(false);
    const headers = cookieHeaders(before.cookies);
    expect(await auth().api.getSession({ headers })).toBeNull();
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('refused');
    const after = await signIn(new Headers(), { email, password: 'another long password' });
    expect(after.outcome).toBe('signed-in');
  });

  it('refuses a short password and keeps the link', async () => {
    const { email } = await newPerson();
    await requestPasswordReset({ email, language: 'en' });
    const token = (await linkMailedTo(email))?.searchParams.get('token') ?? '';
    expect(await resetPassword({ token, password: 'short' })).toBe(false);
    expect(await isResetToken(token)).toBe(true);
  });
});
