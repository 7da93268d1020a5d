import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { auth } from '#app/auth.server.ts';
import { changeName, changePassword } from '#app/services/sign-in/change-account.server.ts';
import { confirmSecondFactor } from '#app/services/sign-in/confirm-second-factor.server.ts';
import { createAccount } from '#app/services/sign-in/create-account.server.ts';
import { requestSignInLink } from '#app/services/sign-in/request-sign-in-link.server.ts';
import {
  endSecondFactor,
  finishSecondFactor,
  renewBackupCodes,
  reopenSetUp,
  startSecondFactor,
} from '#app/services/sign-in/second-factor.server.ts';
import { signIn } from '#app/services/sign-in/sign-in.server.ts';
import { withActor } from '#app/database.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { cookieHeaders } from '#tests/support/cookies.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { totpCode } from '#tests/support/totp.ts';

const password = 'a long enough password';

async function signedIn(email: string): Promise<Headers> {
  const result = await signIn(new Headers(), { email, password });
  if (result.outcome !== 'signed-in') throw new Error(result.outcome);
  return cookieHeaders(result.cookies);
}

async function newAccount() {
  const email = `${randomUUID()}@example.org`;
  const id = await createAccount({ email, name: 'Ana', password });
  return { id, email, headers: await signedIn(email) };
}

async function withSecondFactor() {
  const person = await newAccount();
  const setUp = await startSecondFactor(person.headers, person.id, password);
  if (!setUp) throw new Error('refused');
  const cookies = await finishSecondFactor(person.headers, person.id, totpCode(setUp.address));
  if (!cookies) throw new Error('code refused');
  return { ...person, setUp, headers: cookieHeaders(cookies, person.headers) };
}

async function challenged(email: string): Promise<Headers> {
  const result = await signIn(new Headers(), { email, password });
  if (result.outcome !== 'second-factor') throw new Error(result.outcome);
  return cookieHeaders(result.cookies);
}

describeOnDatabases('a second factor', () => {
  it('is not asked for until a code has proved the app', async () => {
    const { email, id, headers } = await newAccount();
    const setUp = await startSecondFactor(headers, id, password);
    expect(setUp?.picture).toContain('<svg');
    expect(setUp?.backupCodes).toHaveLength(10);
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
    expect(await finishSecondFactor(headers, id, '000000')).toBeNull();
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
  });

  it('shows what is set up once more, to the person who sets it up', async () => {
    const { id, headers } = await newAccount();
    const setUp = await startSecondFactor(headers, id, password);
    const { picture, secret, backupCodes } = setUp ?? {};
    const again = await reopenSetUp(id, setUp?.sealed ?? '');
    expect(again).toMatchObject({ picture, secret, backupCodes });
    expect(await reopenSetUp(randomUUID(), setUp?.sealed ?? '')).toBeNull();
    expect(await reopenSetUp(id, 'nothing that was sealed here')).toBeNull();
  });

  it('gets new backup codes for the password, which end the earlier ones', async () => {
    const { id, email, headers, setUp } = await withSecondFactor();
    expect(await renewBackupCodes(headers, id, 'not the right password')).toBeNull();
    const codes = (await renewBackupCodes(headers, id, password)) ?? [];
    expect(codes).toHaveLength(10);
    const earlier = setUp.backupCodes[0] ?? '';
    expect(await confirmSecondFactor(await challenged(email), earlier)).toBeNull();
    expect(await confirmSecondFactor(await challenged(email), codes[0] ?? '')).not.toBeNull();
  });

  it('is needed after the password, which opens nothing alone', async () => {
    const { email, id, setUp } = await withSecondFactor();
    const headers = await challenged(email);
    expect(await auth().api.getSession({ headers })).toBeNull();
    expect(await confirmSecondFactor(headers, '000000')).toBeNull();
    const cookies = await confirmSecondFactor(headers, totpCode(setUp.address));
    if (!cookies) throw new Error('refused');
    const session = await auth().api.getSession({ headers: cookieHeaders(cookies, headers) });
    expect(session?.user.id).toBe(id);
  });

  it('can be given by a backup code, once', async () => {
    const { email, setUp } = await withSecondFactor();
    const code = setUp.backupCodes[0] ?? '';
    expect(await confirmSecondFactor(await challenged(email), code)).not.toBeNull();
    expect(await confirmSecondFactor(await challenged(email), code)).toBeNull();
  });

  it('is locked for the account after ten wrong codes, however often the password is given', async () => {
    const { email, setUp } = await withSecondFactor();
    for (let challenge = 0; challenge < 3; challenge += 1) {
      const headers = await challenged(email);
      for (let i = 0; i < 4; i += 1) await confirmSecondFactor(headers, '000000');
    }
    const headers = await challenged(email);
    expect(await confirmSecondFactor(headers, totpCode(setUp.address))).toBeNull();
  });

  it('is not gone round by a sign-in link', async () => {
    const { email } = await withSecondFactor();
    await requestSignInLink({ email, language: 'en', to: '/start' });
    const mails = await withActor({ kind: 'system', organisationId: null }, (tx) =>
      tx.select({ recipient: outbox.recipient }).from(outbox),
    );
    expect(mails.map((mail) => mail.recipient)).not.toContain(email);
  });

  it('is refused without a challenge', async () => {
    expect(await confirmSecondFactor(new Headers(), '123456')).toBeNull();
  });

  it('ends with the password alone', async () => {
    const { email, id, headers } = await withSecondFactor();
    expect(await endSecondFactor(headers, id, 'not the right password')).toBeNull();
    expect(await endSecondFactor(headers, id, password)).not.toBeNull();
    expect((await signIn(new Headers(), { email, password })).outcome).toBe('signed-in');
  });
});

describeOnDatabases('the own account', () => {
  it('takes a new name', async () => {
    const { headers } = await newAccount();
    await changeName(headers, '  Ana Lima ');
    expect((await auth().api.getSession({ headers }))?.user.name).toBe('Ana Lima');
  });

  it('takes a new password for the current one and ends the other sessions', async () => {
    const { id, email, headers } = await newAccount();
    const elsewhere = await signedIn(email);
    const wrong = { current: 'not the right password', next: 'another long password' };
    expect(await changePassword(headers, id, wrong)).toBeNull();
    const cookies = await changePassword(headers, id, { ...wrong, current: password });
    if (!cookies) throw new Error('refused');
    expect(await auth().api.getSession({ headers: elsewhere })).toBeNull();
    const kept = cookieHeaders(cookies, headers);
    expect((await auth().api.getSession({ headers: kept }))?.user.id).toBe(id);
    const next = await signIn(new Headers(), { email, password: wrong.next });
    expect(next.outcome).toBe('signed-in');
  });

  it('refuses after ten tries of its password', async () => {
    const { id, headers } = await newAccount();
    const wrong = { current: 'not the right password', next: 'another long password' };
    for (let i = 0; i < 10; i += 1) await changePassword(headers, id, wrong);
    await expect(
      changePassword(headers, id, { ...wrong, current: password }),
    ).rejects.toMatchObject({ code: 'too-many-requests' });
  });
});
