import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { tokenHash } from '#app/secrets.server.ts';
import { getInvitations } from '#app/services/invitations/get-invitations.server.ts';
import {
  invitePeople,
  type InvitationRequest,
} from '#app/services/invitations/invite-people.server.ts';
import { reissueInvitation } from '#app/services/invitations/reissue-invitation.server.ts';
import { remindPeople } from '#app/services/invitations/remind-people.server.ts';
import { closeWave } from '#app/services/studies/close-wave.server.ts';
import { createStudy } from '#app/services/studies/create-study.server.ts';
import { getWaves } from '#app/services/studies/get-waves.server.ts';
import { openStudy } from '#app/services/studies/open-study.server.ts';
import type { Member } from '#db/actor.server.ts';
import { invitations, outbox } from '#db/schema/invitation.ts';
import { memberRoles } from '#db/schema/membership.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { listAudit } from '../support/audit.ts';
import { setUpStudies, type StudyBench } from '../support/study.ts';

const list = 'a@x.example,North,kk\nb@x.example,South,en';

describeOnDatabases('invitations', () => {
  let bench: StudyBench;

  beforeAll(async () => {
    bench = await setUpStudies();
  });

  async function openedStudy() {
    const { researcher, design } = bench;
    const { studyId } = await createStudy(researcher, design);
    await openStudy(researcher, { studyId, asPilot: true });
    const [wave] = (await getWaves(researcher, { studyId })).waves;
    return { studyId, waveId: wave?.id ?? '', siteId: null, language: null };
  }

  const invite = (study: Omit<InvitationRequest, 'list'>, text = list, member?: Member) =>
    invitePeople(member ?? bench.researcher, { ...study, list: text });

  const stored = (waveId: string) =>
    getDatabase()
      .select()
      .from(invitations)
      .where(eq(invitations.waveId, waveId))
      .orderBy(invitations.email);

  const mailsOf = (invitationId = '') =>
    getDatabase().select().from(outbox).where(eq(outbox.invitationId, invitationId));

  const tokenIn = (body = '') => /\/s\/i\/([\w-]+)/.exec(body)?.[1] ?? '';

  async function daysPass(waveId: string) {
    await getDatabase()
      .update(invitations)
      .set({ invitedOn: '2026-01-05', remindedOn: null })
      .where(eq(invitations.waveId, waveId));
  }

  it('invites a list, each with a mail in their language and a link kept as a hash', async () => {
    const study = await openedStudy();
    expect(await invite(study)).toEqual({ ok: true, invited: 2 });
    const rows = await stored(study.waveId);
    expect(rows).toMatchObject([
      { email: 'a@x.example', siteId: bench.north, language: 'kk', consumed: false },
      { email: 'b@x.example', siteId: bench.south, language: 'en', reissued: 0 },
    ]);
    for (const row of rows) {
      const [mail] = await mailsOf(row.id);
      expect(mail).toMatchObject({ recipient: row.email, language: row.language });
      const token = tokenIn(mail?.body);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(tokenHash(token)).toBe(row.tokenHash);
      expect(JSON.stringify(row)).not.toContain(token);
    }
  });

  it('invites nobody when one row is refused', async () => {
    const study = await openedStudy();
    const result = await invite(study, `${list}\nc@x.example,West,en`);
    expect(result).toEqual({
      ok: false,
      rejected: [{ line: 3, email: 'c@x.example', reason: 'site-unknown', value: 'West' }],
    });
    expect(await stored(study.waveId)).toEqual([]);
  });

  it('invites a person to a wave once', async () => {
    const study = await openedStudy();
    await invite(study);
    expect(await invite(study, 'c@x.example,North,en\nA@x.example,South,en')).toEqual({
      ok: false,
      rejected: [
        { line: 2, email: 'a@x.example', reason: 'already-invited', value: 'a@x.example' },
      ],
    });
    expect(await stored(study.waveId)).toHaveLength(2);
  });

  it('invites once when two people send the same list together', async () => {
    const study = await openedStudy();
    const results = await Promise.allSettled([invite(study), invite(study)]);
    const invited = results.filter((result) => result.status === 'fulfilled' && result.value.ok);
    expect(invited).toHaveLength(1);
    expect(await stored(study.waveId)).toHaveLength(2);
  });

  it('refuses an empty list, and a wave or study that is not open', async () => {
    const study = await openedStudy();
    await expect(invite(study, '\n')).rejects.toMatchObject({ reason: 'list-empty' });
    const { waves } = await getWaves(bench.researcher, study);
    const later = { ...study, waveId: waves[1]?.id ?? '' };
    await expect(invite(later)).rejects.toMatchObject({ reason: 'wave-is-planned' });
    await closeWave(bench.researcher, study);
    await expect(invite(study)).rejects.toMatchObject({ reason: 'wave-is-closed' });
    const draft = await createStudy(bench.researcher, bench.design);
    const [planned] = (await getWaves(bench.researcher, draft)).waves;
    await expect(invite({ ...study, ...draft, waveId: planned?.id ?? '' })).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'study-is-draft',
    });
    await expect(invite({ ...study, waveId: draft.studyId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('a reissued link replaces the old one and counts as a possible duplicate', async () => {
    const study = await openedStudy();
    await invite(study);
    const [before] = await stored(study.waveId);
    const oldToken = tokenIn((await mailsOf(before?.id))[0]?.body);
    const target = { studyId: study.studyId, invitationId: before?.id ?? '' };
    await reissueInvitation(bench.researcher, target);
    const [after] = await stored(study.waveId);
    expect(after).toMatchObject({ reissued: 1, consumed: false });
    expect(after?.tokenHash).not.toBe(tokenHash(oldToken));
    const mails = await mailsOf(before?.id);
    expect(mails).toHaveLength(1);
    expect(tokenHash(tokenIn(mails[0]?.body))).toBe(after?.tokenHash);
    const page = await getInvitations(bench.researcher, { ...study, state: null, page: 1 });
    expect(page.counts).toMatchObject({ all: 2, reissued: 1 });
    await getDatabase()
      .update(invitations)
      .set({ completed: true })
      .where(eq(invitations.id, target.invitationId));
    await expect(reissueInvitation(bench.researcher, target)).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'invitation-completed',
    });
  });

  it('reminds who has not finished, three times, never twice on a day', async () => {
    const study = await openedStudy();
    await invite(study, 'a@x.example,North,en\nb@x.example,North,en\nc@x.example,North,en');
    const remind = () => remindPeople(bench.researcher, study);
    const nobody = { code: 'illegal-state', reason: 'nobody-to-remind' };
    await expect(remind()).rejects.toMatchObject(nobody); // invited today
    const [first, second, third] = await stored(study.waveId);
    const update = (id = '', set: Partial<typeof invitations.$inferInsert>) =>
      getDatabase().update(invitations).set(set).where(eq(invitations.id, id));
    await update(second?.id, { consumed: true });
    await update(third?.id, { completed: true });
    await daysPass(study.waveId);
    const results = await Promise.allSettled([remind(), remind()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reminded = await stored(study.waveId);
    expect(reminded.map((row) => row.reminded)).toEqual([1, 1, 0]);
    expect(reminded[0]?.tokenHash).not.toBe(first?.tokenHash);
    expect(reminded[1]?.tokenHash).toBe(second?.tokenHash);
    const [fresh] = await mailsOf(first?.id);
    expect(tokenHash(tokenIn(fresh?.body))).toBe(reminded[0]?.tokenHash);
    const [resume] = await mailsOf(second?.id);
    expect(resume?.body).toContain('/s/resume');
    expect(tokenIn(resume?.body)).toBe('');
    for (const expected of [2, 2]) {
      await daysPass(study.waveId);
      expect(await remind()).toEqual({ reminded: expected });
    }
    await daysPass(study.waveId);
    await expect(remind()).rejects.toMatchObject(nobody);
  });

  it('a researcher of South invites and sees South alone', async () => {
    const study = await openedStudy();
    const southerner = await createMember(bench.workspace, 'researcher', [bench.south]);
    const unknown = { ok: false, rejected: [{ reason: 'site-unknown', value: 'North' }] };
    expect(await invite(study, 'a@x.example,North,en', southerner)).toMatchObject(unknown);
    await invite(study, 'a@x.example,North,en');
    expect(await invite(study, 'b@x.example,South,en', southerner)).toMatchObject({ invited: 1 });
    const page = await getInvitations(southerner, { ...study, state: null, page: 1 });
    expect(page.people.map(({ email }) => email)).toEqual(['b@x.example']);
    expect(page.counts.all).toBe(1);
    const [northern] = await stored(study.waveId);
    await expect(
      reissueInvitation(southerner, {
        studyId: study.studyId,
        invitationId: northern?.id ?? '',
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await invite(study, 'a@x.example,South,en', southerner)).toMatchObject({
      rejected: [{ reason: 'already-invited' }],
    });
    await daysPass(study.waveId);
    expect(await remindPeople(southerner, study)).toEqual({ reminded: 1 });
  });

  it('is closed to everybody else, and to other organisations', async () => {
    const study = await openedStudy();
    for (const role of memberRoles.filter((candidate) => candidate !== 'researcher')) {
      const member = await createMember(bench.workspace, role);
      await expect(invite(study, list, member)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(remindPeople(member, study)).rejects.toMatchObject({ code: 'forbidden' });
      const reading = getInvitations(member, { ...study, state: null, page: 1 });
      if (['administrator', 'auditor'].includes(role)) {
        expect(await reading).toMatchObject({ mayManage: false });
      } else await expect(reading).rejects.toMatchObject({ code: 'forbidden' });
    }
    const stranger = await createMember(await createWorkspace(), 'researcher');
    await expect(invite(study, list, stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes into the audit trail how many, never whom', async () => {
    const study = await openedStudy();
    await invite(study);
    const entries = await listAudit(bench.workspace.organisationId);
    const sent = entries.filter(
      ({ action, subjectId }) => action === 'invitations.sent' && subjectId === study.studyId,
    );
    expect(sent).toMatchObject([{ detail: { people: 2, wave: 1 } }]);
    expect(JSON.stringify(entries)).not.toContain('@x.example');
  });
});
