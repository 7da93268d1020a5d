import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ballotHashOf, newStart } from '#app/services/answering/ballot.server.ts';
import { getInvitationPage, getStartPage } from '#app/services/answering/get-start-page.server.ts';
import {
  startInvitedBallot,
  startOpenBallot,
} from '#app/services/answering/start-ballot.server.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { consentTo, fieldStudy, invite, look, setState, wanted } from './fielded.ts';

const request = { wanted, asked: null };

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
