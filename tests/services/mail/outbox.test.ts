import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { listOutbox } from '#app/services/mail/list-outbox.server.ts';
import { maximumAttempts } from '#app/services/mail/outgoing.ts';
import { readMail } from '#app/services/mail/read-mail.server.ts';
import { removeMail } from '#app/services/mail/remove-mail.server.ts';
import { retryMail } from '#app/services/mail/retry-mail.server.ts';
import { sendWaitingMail } from '#app/services/mail/send-waiting-mail.server.ts';
import type { Member } from '#db/actor.server.ts';
import { addMail } from '#db/queries/outbox.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { describeOnOwnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace, type Workspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { openSmtpSink, type SmtpSink } from './smtp-sink.ts';

describeOnOwnDatabases('outbox', () => {
  let sink: SmtpSink;
  let workspace: Workspace;
  let administrator: Member;

  beforeAll(async () => {
    sink = await openSmtpSink();
  });
  afterAll(() => sink.close());

  beforeEach(async () => {
    sink.messages.length = 0;
    await getDatabase().delete(outbox);
    workspace = await createWorkspace();
    administrator = await createMember(workspace, 'administrator');
  });

  const smtp = () => ({ url: sink.url, from: 'Attune <no-reply@attune.example>' });

  async function write(recipient: string) {
    const { organisationId } = workspace;
    await withActor(administrator, (tx) =>
      addMail(tx, {
        organisationId,
        recipient,
        subject: 'Сауалнама',
        body: 'Сәлем!\n\nhttp://localhost:3000/s/i/abc',
        language: 'kk',
      }),
    );
  }

  const mails = () => getDatabase().select().from(outbox).orderBy(outbox.recipient);
  const longAgo = () =>
    getDatabase()
      .update(outbox)
      .set({ takenAt: new Date(0) });

  it('sends what waits, once, and keeps no link of what was sent', async () => {
    await write('a@x.example');
    await write('b@x.example');
    const handled = await Promise.all([sendWaitingMail(smtp()), sendWaitingMail(smtp())]);
    expect(handled[0] + handled[1]).toBe(2);
    expect(sink.messages.map(({ recipient }) => recipient).sort()).toEqual([
      'a@x.example',
      'b@x.example',
    ]);
    expect(sink.messages[0]?.text).toContain('From: Attune <no-reply@attune.example>');
    expect(await mails()).toMatchObject([
      { state: 'sent', body: '' },
      { state: 'sent', body: '' },
    ]);
    expect(await sendWaitingMail(smtp())).toBe(0);
  });

  it('gives up on a refused address after some tries, and others still go out', async () => {
    await write('refuse@x.example');
    await write('z@x.example');
    expect(await sendWaitingMail(smtp())).toBe(2);
    expect(await mails()).toMatchObject([{ state: 'waiting', attempts: 1 }, { state: 'sent' }]);
    expect(await sendWaitingMail(smtp())).toBe(0); // not again at once
    for (let attempt = 2; attempt <= maximumAttempts; attempt += 1) {
      await longAgo();
      await sendWaitingMail(smtp());
    }
    const [failed] = await mails();
    expect(failed).toMatchObject({ state: 'failed', attempts: maximumAttempts });
    expect(failed?.body).not.toBe('');
    await retryMail(administrator, { mailId: failed?.id ?? '' });
    expect((await mails())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    await expect(retryMail(administrator, { mailId: failed?.id ?? '' })).rejects.toMatchObject({
      reason: 'mail-not-failed',
    });
  });

  it('takes up a mail again whose sender fell silent', async () => {
    await write('a@x.example');
    await getDatabase().update(outbox).set({ takenAt: new Date() });
    expect(await sendWaitingMail(smtp())).toBe(0);
    await longAgo();
    expect(await sendWaitingMail(smtp())).toBe(1);
  });

  it('without a mail server an administrator reads it, and that is audited', async () => {
    await write('a@x.example');
    expect(await sendWaitingMail(null)).toBe(0);
    const page = await listOutbox(administrator, { state: null, page: 1 });
    expect(page).toMatchObject({ isMailSent: false, total: 1 });
    expect(page.mails[0]).not.toHaveProperty('body');
    const mailId = page.mails[0]?.id ?? '';
    expect((await readMail(administrator, { mailId })).body).toContain('/s/i/abc');
    await removeMail(administrator, { mailId });
    await expect(readMail(administrator, { mailId })).rejects.toMatchObject({ code: 'not-found' });
    const actions = (await listAudit(workspace.organisationId)).map(({ action }) => action);
    expect(actions).toEqual(['mail.read', 'mail.removed']);
  });

  it('does not take a mail away while it is being sent', async () => {
    await write('a@x.example');
    await getDatabase().update(outbox).set({ takenAt: new Date() });
    const mailId = (await mails())[0]?.id ?? '';
    await expect(removeMail(administrator, { mailId })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'mail-being-sent',
    });
  });

  it('is open to administrators of the organisation alone', async () => {
    await write('a@x.example');
    const mailId = (await mails())[0]?.id ?? '';
    for (const role of memberRoles.filter((candidate) => candidate !== 'administrator')) {
      const member = await createMember(workspace, role);
      const refused = { code: 'forbidden' };
      await expect(listOutbox(member, { state: null, page: 1 })).rejects.toMatchObject(refused);
      await expect(readMail(member, { mailId })).rejects.toMatchObject(refused);
      await expect(removeMail(member, { mailId })).rejects.toMatchObject(refused);
      await expect(retryMail(member, { mailId })).rejects.toMatchObject(refused);
    }
    const stranger = await createMember(await createWorkspace(), 'administrator');
    const missing = { code: 'not-found' };
    await expect(readMail(stranger, { mailId })).rejects.toMatchObject(missing);
    await expect(removeMail(stranger, { mailId })).rejects.toMatchObject(missing);
    await expect(retryMail(stranger, { mailId })).rejects.toMatchObject(missing);
    expect((await listOutbox(stranger, { state: null, page: 1 })).mails).toEqual([]);
    expect(await getDatabase().select().from(outbox).where(eq(outbox.id, mailId))).toHaveLength(1);
  });
});
