import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { tokenHash } from '#app/secrets.server.ts';
import { ballotHashOf, newStart } from '#app/services/answering/ballot.server.ts';
import { getInvitationPage, getStartPage } from '#app/services/answering/get-start-page.server.ts';
import { isLinkReplaced } from '#app/services/answering/require-invitation.server.ts';
import {
  startInvitedBallot,
  startOpenBallot,
} from '#app/services/answering/start-ballot.server.ts';
import { invitations } from '#db/schema/invitation.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import {
  answerPage,
  begin,
  consentTo,
  fieldStudy,
  invite,
  look,
  setState,
  wanted,
  type Fielded,
} from './fielded.ts';

const request = { wanted, asked: null };

/** As a researcher does with every invitation of the study. */
async function replaceLink({ studyId, organisationId }: Fielded): Promise<void> {
  await withActor({ kind: 'system', organisationId }, (tx) =>
    tx
      .update(invitations)
      .set({
        tokenHash: sql`${invitations.id}::text`,
        consumed: false,
        startHash: null,
        reissued: sql`${invitations.reissued} + 1`,
      })
      .where(eq(invitations.studyId, studyId)),
  );
}

describeOnDatabases('starting', () => {
  it('shows an open link and refuses what is unknown, not open yet, or closed', async () => {
    const fielded = await fieldStudy();
    const code = fielded.openLink;
    expect(await getStartPage({ code, ...request })).toMatchObject({
      title: 'Readiness',
      minutes: 5,
    });
    await expect(getStartPage({ code: 'nowhere', ...request })).rejects.toMatchObject({
      code: 'not-found',
    });
    await setState(fielded, { wave: 'planned' });
    await expect(getStartPage({ code, ...request })).rejects.toMatchObject({
      code: 'illegal-state',
      reason: 'survey-not-open',
    });
    await setState(fielded, { wave: 'closed' });
    await expect(getStartPage({ code, ...request })).rejects.toMatchObject({ code: 'gone' });
    await setState(fielded, { wave: 'open', study: 'closed' });
    await expect(startOpenBallot({ code, start: newStart(), wanted })).rejects.toMatchObject({
      code: 'gone',
      reason: 'survey-closed',
    });
  });

  it('speaks a language of the study: asked for, else wanted, else English', async () => {
    const { openLink: code } = await fieldStudy();
    const languageFor = async (tags: string[]) =>
      (await getStartPage({ code, wanted: tags, asked: null })).language;
    expect(await languageFor(['zh-Hans-CN', 'ar'])).toBe('zh');
    expect(await languageFor(['de', 'ar-EG'])).toBe('ar');
    expect(await languageFor(['de'])).toBe('en');
    expect(await languageFor(['*bad*', ''])).toBe('en');
  });

  it('begins once for a double click, anew for a second person at the same page', async () => {
    const fielded = await fieldStudy();
    const begin = { code: fielded.siteLink, start: newStart(), wanted };
    const [first, again] = await Promise.all([startOpenBallot(begin), startOpenBallot(begin)]);
    expect(again).toEqual(first);
    await consentTo(fielded, first);
    expect((await startOpenBallot(begin)).code).not.toBe(first.code);
  });

  it('stores nothing for who only opens the link', async () => {
    const { openLink: code, studyId } = await fieldStudy();
    const stored = () =>
      look(sql`select (select count(*) from drafts where study_id = ${studyId})::int as drafts,
                 (select count(*) from rate_limits)::int as counters`);
    const before = await stored();
    for (let i = 0; i < 5; i += 1) await getStartPage({ code, ...request });
    await expect(
      startOpenBallot({ code: 'nowhere', start: newStart(), wanted }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await stored()).toEqual(before);
  });

  it('lets a ward begin in one minute and refuses a flood, for this link alone', async () => {
    const fielded = await fieldStudy();
    const { openLink: code, siteLink } = fielded;
    const key = `start:${tokenHash(code)}`;
    const begun = await Promise.all(Array.from({ length: 100 }, () => begin(fielded, 'openLink')));
    expect(new Set(begun.map((ballot) => ballot.code)).size).toBe(100);
    const [counter] = await look<{ points: number; expire: string }>(
      sql`select points, to_char(expire at time zone 'UTC', 'MI:SS') as expire
          from rate_limits where key = ${key}`,
    );
    expect(counter?.points).toBe(100);
    expect(['00:00', '00:01']).toContain(counter?.expire); // the hour, not when anybody came
    await look(sql`update rate_limits set points = 4999 where key = ${key} returning key`);
    await begin(fielded, 'openLink');
    const flood = await Promise.allSettled(
      Array.from({ length: 20 }, () => startOpenBallot({ code, start: newStart(), wanted })),
    );
    for (const refused of flood) {
      expect(refused).toMatchObject({
        status: 'rejected',
        reason: { code: 'too-many-requests', reason: 'too-many-starts' },
      });
    }
    const [drafts] = await look<{ count: number }>(
      sql`select count(*)::int as count from drafts where study_id = ${fielded.studyId}`,
    );
    expect(drafts?.count).toBe(101);
    await startOpenBallot({ code: siteLink, start: newStart(), wanted });
  });

  it('counts the start alone: agreeing and saving pages touch no counter', async () => {
    const fielded = await fieldStudy();
    const ballot = await begin(fielded);
    const counters = () => look(sql`select key, points, xmin from rate_limits order by key`);
    const before = await counters();
    await consentTo(fielded, ballot);
    await answerPage(ballot, 'everyday-work', { 'nai-1': '4' });
    expect(await counters()).toEqual(before);
  });

  it('keeps a personal link whole however often it is only opened', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    for (let i = 0; i < 3; i += 1) {
      expect(await getInvitationPage({ token, ...request })).toMatchObject({ isUsed: false });
    }
    await startInvitedBallot({ token, start: newStart(), wanted });
    expect(await getInvitationPage({ token, ...request })).toEqual({ isUsed: true });
    await expect(getInvitationPage({ token: 'x', ...request })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('says of a personal link that was replaced that a newer one counts', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    await replaceLink(fielded);
    const gone = { code: 'gone', reason: 'invitation-gone' };
    await expect(getInvitationPage({ token, ...request })).rejects.toMatchObject(gone);
    const start = newStart();
    await expect(startInvitedBallot({ token, start, wanted })).rejects.toMatchObject(gone);
  });

  it('leads a replaced link that nobody agreed by to no answer, and any other on', async () => {
    const fielded = await fieldStudy();
    const begun = async () =>
      startInvitedBallot({ token: await invite(fielded), start: newStart(), wanted });
    const [early, late] = [await begun(), await begun()];
    expect(await isLinkReplaced(early.receipt)).toBe(false);
    await consentTo(fielded, early.ballot);
    await replaceLink(fielded);
    expect(await isLinkReplaced(null)).toBe(false);
    for (const { receipt } of [early, late]) expect(await isLinkReplaced(receipt)).toBe(true);
    const agreed = { isLinkReplaced: true };
    await expect(consentTo(fielded, late.ballot, agreed)).rejects.toMatchObject({
      reason: 'invitation-gone',
    });
    expect(await consentTo(fielded, early.ballot, agreed)).toMatchObject({ ok: true });
  });

  it('starts a personal link once when ten browsers press at the same moment', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => startInvitedBallot({ token, start: newStart(), wanted })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refused of tries.filter((result) => result.status === 'rejected')) {
      expect(refused.reason).toMatchObject({ code: 'gone', reason: 'invitation-used' });
    }
  });

  it('starts a personal link again for the browser that started it, with the same ballot', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded, 1);
    const start = newStart();
    const started = await Promise.all([
      startInvitedBallot({ token, start, wanted }),
      startInvitedBallot({ token, start, wanted }),
    ]);
    expect(started[0]).toEqual(started[1]);
    const drafts = await look<{ content: { siteId: string; siteIsGiven: boolean } }>(
      sql`select content from drafts where ballot_hash = ${ballotHashOf(started[0].ballot.code)}`,
    );
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.content).toMatchObject({ siteId: fielded.siteIds[1], siteIsGiven: true });
  });

  it('does not burn a personal link while the wave is not open', async () => {
    const fielded = await fieldStudy();
    const token = await invite(fielded);
    await setState(fielded, { wave: 'planned' });
    await expect(startInvitedBallot({ token, start: newStart(), wanted })).rejects.toMatchObject({
      reason: 'survey-not-open',
    });
    await setState(fielded, { wave: 'open' });
    await startInvitedBallot({ token, start: newStart(), wanted });
  });

  it('keeps nothing in an invitation that equals or hashes to the ballot', async () => {
    const fielded = await fieldStudy();
    const { ballot } = await startInvitedBallot({
      token: await invite(fielded),
      start: newStart(),
      wanted,
    });
    const [row] = await look<{ whole: string }>(
      sql`select to_jsonb(i)::text as whole from invitations i where study_id = ${fielded.studyId}`,
    );
    expect(row?.whole).not.toContain(ballot.code);
    expect(row?.whole).not.toContain(ballotHashOf(ballot.code));
  });
});
