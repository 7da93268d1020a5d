import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getRedaction } from '#app/services/contributions/get-redaction.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { decideAppeal } from '#app/services/contributions/decide-appeal.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { getNews } from '#app/services/outcomes/get-news.server.ts';
import { keepLanguage } from '#app/services/people/keep-language.server.ts';
import { appealRejection } from '#app/services/taking-part/appeal-rejection.server.ts';
import { getPanelHome } from '#app/services/taking-part/get-panel-home.server.ts';
import { getRoundPage } from '#app/services/taking-part/get-round-page.server.ts';
import {
  requirePanelPerson,
  type PanelPerson,
} from '#app/services/taking-part/require-panel-person.server.ts';
import { savePromptDraft } from '#app/services/taking-part/save-prompt-draft.server.ts';
import { sendContributions } from '#app/services/taking-part/send-contributions.server.ts';
import { voteOnStatements } from '#app/services/taking-part/vote-on-statements.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelMembers } from '#db/schema/panel-member.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { panelTellings } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { join } from '#tests/support/panel-person.ts';
import { setUpPanel, type PanelBench } from '../contributions/support/panel-bench.ts';

describeOnDatabases('what somebody sends', () => {
  let bench: PanelBench;
  let reader: PanelPerson;
  beforeEach(async () => {
    bench = await setUpPanel();
    const { pass } = await join(bench.panel);
    await getDatabase()
      .update(panelMembers)
      .set({ state: 'active' })
      .where(eq(panelMembers.id, pass.memberId));
    reader = await requirePanelPerson(pass);
  });

  async function write(text: string): Promise<void> {
    const { roundId } = bench.panel;
    const shown = (await getRoundPage(reader, roundId)).prompts[0]?.mark ?? '';
    await savePromptDraft(reader, { roundId, number: 1, text, typedValue: '', shown });
  }

  async function send(text: string, names = ''): Promise<string> {
    const { roundId } = bench.panel;
    await write(text);
    await sendContributions(reader, { roundId, language: 'en', register: 'standard', names });
    const [row] = await getDatabase()
      .select({ id: contributions.id })
      .from(contributions)
      .where(eq(contributions.memberId, reader.actor.memberId));
    return row?.id ?? '';
  }
  const mails = () =>
    getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.organisationId, bench.workspace.organisationId));

  it('waits for a redactor, to whom the names it was sent with and what else tells who it is are proposed', async () => {
    const text = 'Dr Adams rang Bo on 07700 900123';
    const contributionId = await send(text, 'Adams، Bo');
    const ids = { panelId: bench.panel.panelId, contributionId };
    const { original } = await getRedaction(bench.facilitator, ids);
    expect(original.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Adams',
      'Bo',
      '07700 900123',
    ]);
    expect(await mails()).toEqual([]);
  });

  it('brings the named person a mail in their language where it may be a sign, once for two clicks', async () => {
    const { roundId } = bench.panel;
    await keepLanguage({ id: bench.named.userId, language: null }, 'kk');
    const text = 'I am so tired. I want to die.';
    await write(text);
    const sending = { roundId, language: 'en', register: 'standard', names: '' } as const;
    await Promise.all([sendContributions(reader, sending), sendContributions(reader, sending)]);
    const concerns = await getDatabase()
      .select()
      .from(safeguardingConcerns)
      .where(
        and(
          eq(safeguardingConcerns.memberId, reader.actor.memberId),
          eq(safeguardingConcerns.source, 'phrase'),
        ),
      );
    expect(concerns).toMatchObject([{ note: '', seenAt: null }]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ language: 'kk' });
    expect(mail?.recipient).toContain(bench.named.userId);
    expect(mail?.body).toContain(`/panels/${bench.panel.panelId}/safeguarding`);
    expect(mail?.body).not.toMatch(/tired|die/);
  });

  it('is not taken after the last day of a round that nobody has closed; pages say that it is over', async () => {
    const { roundId, panelId, statementId } = bench.panel;
    await write('Begun');
    await getDatabase()
      .update(panelRounds)
      .set({ closesOn: '2026-01-31' })
      .where(and(eq(panelRounds.panelId, panelId), eq(panelRounds.id, roundId)));
    const over = { code: 'illegal-state', reason: 'panel-round-closed' };
    await expect(send('Late')).rejects.toMatchObject(over);
    const sending = { roundId, language: 'en', register: 'standard', names: '' } as const;
    await expect(sendContributions(reader, sending)).rejects.toMatchObject(over);
    const answers = new Map([[statementId, 'agree']]);
    await expect(voteOnStatements(reader, { roundId, answers })).rejects.toMatchObject(over);
    expect(await getRoundPage(reader, roundId)).toMatchObject({
      ...{ isOpen: false, isOutcomeDue: true, endedOn: '2026-01-31' },
    });
    expect(await getPanelHome(reader)).toMatchObject({ open: [], past: [{ id: roundId }] });
  });

  it('tells its author of each thing that was decided about it, each once', async () => {
    const contributionId = await send('My ward was loud');
    const ids = { panelId: bench.panel.panelId, contributionId };
    const choice = { hide: [], words: '' };
    await redactContribution(bench.moderator, { ...ids, choice, revision: 1 });
    const decision = { verdict: 'rejected', reason: 'off-topic', note: 'Not about it' } as const;
    const reject = { ...ids, revision: 2, decision };
    await Promise.allSettled([
      moderateContribution(bench.moderator, reject),
      moderateContribution(bench.moderator, reject),
    ]);
    await appealRejection(reader, { contributionId, note: 'It is about it' });
    const upheld = {
      ...ids,
      outcome: 'appeal-upheld',
      note: 'You are right',
      revision: 3,
    } as const;
    await Promise.allSettled([
      decideAppeal(bench.facilitator, upheld),
      decideAppeal(bench.other, upheld),
    ]);
    const told = await getDatabase()
      .select({ news: panelTellings.news })
      .from(panelTellings)
      .where(eq(panelTellings.memberId, reader.actor.memberId));
    const key = `contribution:${contributionId}`;
    expect(told.map(({ news }) => news).sort()).toEqual([`${key}:3`, `${key}:5`]);
    const { contributions: news } = await getNews(reader);
    expect(news).toMatchObject([
      { kind: 'rejected', reason: 'off-topic', isNew: true },
      { kind: 'appeal-upheld', note: 'You are right', isNew: true },
    ]);
    expect((await getNews(reader)).contributions.map(({ isNew }) => isNew)).toEqual([false, false]);
  });
});
