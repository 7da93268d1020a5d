import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getThemeCheck } from '#app/services/taking-part/get-theme-check.server.ts';
import { leavePanel } from '#app/services/taking-part/leave-panel.server.ts';
import { replyToThemes } from '#app/services/taking-part/reply-to-themes.server.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { answerReply } from '#app/services/themes/answer-reply.server.ts';
import { getCheckPage } from '#app/services/themes/get-check-page.server.ts';
import { getFlagsPage } from '#app/services/themes/get-flags-page.server.ts';
import { openCheck } from '#app/services/themes/open-check.server.ts';
import type { Member } from '#db/actor.server.ts';
import { contributionTranslations } from '#db/schema/contribution-translation.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelContacts } from '#db/schema/panel-member.ts';
import { panelPrompts } from '#db/schema/panel-round.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { say } from '../panel-jobs/words-of-people.ts';
import { buildWorker } from '../results/worker-thread.ts';
import type { CodedRound } from './coded-round.ts';
import { themedRound } from './themed-round.ts';

describeOnDatabases('asking contributors whether the themes are right', () => {
  let facilitator: Member;
  beforeAll(async () => {
    await buildWorker();
    facilitator = await createMember(await createWorkspace(), 'facilitator');
  });

  const idsOf = ({ panelId, codingId }: CodedRound) => ({ panelId, codingId });
  const themed = () => themedRound(facilitator);

  const personOf = (round: CodedRound, index: number) => {
    const { organisationId, panelId, memberId } = round.people[index] ?? {
      ...{ organisationId: '', panelId: '', memberId: '' },
    };
    return requirePanelPerson({ organisationId, panelId, memberId, linkNumber: 0 });
  };

  /** Another prompt of the same round. */
  async function secondPrompt({ roundId }: CodedRound): Promise<string> {
    const ofRound = eq(panelPrompts.roundId, roundId);
    const [first] = await getDatabase().select().from(panelPrompts).where(ofRound);
    if (!first) throw new Error('a round has a prompt');
    const id = randomUUID();
    await getDatabase()
      .insert(panelPrompts)
      .values({ ...first, id, position: 2 });
    return id;
  }

  it('is flagged at the words that the person means, where they wrote several', async () => {
    const { round } = await themed();
    const [, second] = round.people;
    if (!second) throw new Error('nine people');
    const prompt = { roundId: round.roundId, promptId: await secondPrompt(round) };
    await say(second, prompt, { text: 'My mother fell' });
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const person = await personOf(round, 1);
    const { own } = await getThemeCheck(person, round.codingId);
    expect(own.map(({ text }) => text).sort()).toEqual(['My mother fell', 'So long']);
    const fell = own.find(({ text }) => text === 'My mother fell')?.id ?? '';
    const reply = { codingId: round.codingId, verdict: 'yes', language: 'en', words: '' } as const;
    const flag = (about: string | null) =>
      replyToThemes(person, { ...reply, matters: 'She may fall again', about });
    await expect(flag(null)).rejects.toMatchObject({ reason: 'flag-text-missing' });
    await expect(flag(round.said[0] ?? '')).rejects.toMatchObject({ reason: 'words-gone' });
    await flag(fell);
    const { flags } = await getFlagsPage(facilitator, idsOf(round));
    expect(flags).toMatchObject([{ words: 'My mother fell', reason: 'She may fall again' }]);
  });

  it('answers the reply that was read, not another one in the same words', async () => {
    const { round } = await themed();
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const person = await personOf(round, 1);
    const said = { codingId: round.codingId, language: 'en', words: 'The beds', matters: '' };
    await replyToThemes(person, { ...said, verdict: 'missing' });
    const [read] = (await getCheckPage(facilitator, idsOf(round))).replies;
    await replyToThemes(person, { ...said, verdict: 'not-meant' });
    const given = { memberId: read?.memberId ?? '', replyId: read?.id ?? '', printed: '' };
    const answer = answerReply(facilitator, { ...idsOf(round), ...given, answer: 'We add it' });
    await expect(answer).rejects.toMatchObject({ reason: 'reply-changed' });
  });

  it('shows words with their checked translation, to whoever cannot read them', async () => {
    const { round } = await themedRound(facilitator);
    const ids = { panelId: round.panelId, codingId: round.codingId };
    await openCheck(facilitator, { ...ids, closesOn: '2099-01-01' });
    const { organisationId, userId } = facilitator;
    const [contributionId = ''] = round.said;
    const checked = {
      origin: 'human',
      by: 'Ana',
      checkedBy: userId,
      checkedOn: '2026-01-01',
    } as const;
    await getDatabase()
      .insert(contributionTranslations)
      .values({
        ...{ organisationId, panelId: round.panelId, contributionId, ...checked },
        ...{ language: 'ar', text: 'انتظرت ساعات' },
      });
    const memberId = round.people[0]?.memberId ?? '';
    const reader = { organisationId, panelId: round.panelId, memberId, linkNumber: 0 };
    const { themes } = await getThemeCheck(await requirePanelPerson(reader), round.codingId);
    expect(themes.flatMap(({ quotes }) => quotes)).toContainEqual({
      ...{ language: 'en', words: 'I waited for hours' },
      translations: [{ language: 'ar', text: 'انتظرت ساعات', origin: 'human' }],
    });
  });

  it('asks those who still take part', async () => {
    const { round } = await themed();
    await leavePanel(await personOf(round, 1), { words: 'keep' });
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const { asked } = await getCheckPage(facilitator, idsOf(round));
    expect(asked).toBe(round.people.length - 1);
  });

  it('tells those who spoke by mail that it waits for them, without a word of it', async () => {
    const { round } = await themed();
    const { organisationId, panelId, memberId } = (await personOf(round, 0)).actor;
    const email = `speaker-${memberId}@example.org`;
    await getDatabase().insert(panelContacts).values({ organisationId, panelId, memberId, email });
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const { byHand } = await getCheckPage(facilitator, idsOf(round));
    expect(byHand).toBe(round.people.length - 1);
    const mails = await getDatabase().select().from(outbox).where(eq(outbox.recipient, email));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('January 1, 2099');
    expect(mails[0]?.body).toMatch(/\/panel\/i\//u);
    expect(mails[0]?.body).not.toContain('Waiting');
  });

  it('proposes to print words without the names of the panel’s people', async () => {
    const { round } = await themed();
    const { organisationId, panelId, memberId } = (await personOf(round, 2)).actor;
    const contact = { organisationId, panelId, memberId, name: 'Amina Bekova' };
    await getDatabase().insert(panelContacts).values(contact);
    await openCheck(facilitator, { ...idsOf(round), closesOn: '2099-01-01' });
    const words = 'Mrs Bekova said so, on 3 May 1950 born.';
    const said = { codingId: round.codingId, language: 'en', words, matters: '' };
    await replyToThemes(await personOf(round, 0), { ...said, verdict: 'missing' });
    const [reply] = (await getCheckPage(facilitator, idsOf(round))).replies;
    expect(reply).toMatchObject({ words, mayPrint: true });
    expect(reply?.proposal).not.toContain('Bekova');
    expect(reply?.proposal).toContain('said so');
  });
});
