import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { enterContribution } from '#app/services/contributions/enter-contribution.server.ts';
import { entrySchema } from '#app/services/contributions/entry-schema.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelConsents, panelMembers } from '#db/schema/panel-member.ts';
import { panelRounds } from '#db/schema/panel-round.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { ask, setUpPanel, type PanelBench } from './support/panel-bench.ts';

describeOnDatabases('writing down for somebody', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
  });

  const entry = (promptId: string, given: object = {}) =>
    entrySchema.parse({
      ...{ number: '1001', mode: 'phone', promptId, language: 'ru', text: 'Я долго ждала' },
      ...{ names: 'Анна\n', readBackOn: '2026-03-01', readBack: 'yes', ...given },
    });
  const enter = (given: ReturnType<typeof entry>, by = bench.facilitator) =>
    enterContribution(by, { panelId: bench.panel.panelId, entry: given });
  const kept = (promptId: string) =>
    getDatabase().select().from(contributions).where(eq(contributions.promptId, promptId));

  it('keeps a contribution like any other, with the scribe and the day of reading back', async () => {
    const promptId = await ask(bench.panel);
    await enter(entry(promptId));
    const [row] = await kept(promptId);
    expect(row).toMatchObject({
      ...{ memberId: bench.panel.memberIds[1], state: 'received', text: null, language: 'ru' },
      ...{ mode: 'phone', scribe: 'The facilitator', readBackOn: '2026-03-01' },
    });
    const [original] = await getDatabase()
      .select()
      .from(contributionOriginals)
      .where(eq(contributionOriginals.contributionId, row?.id ?? ''));
    expect(original).toMatchObject({ text: 'Я долго ждала', names: ['Анна'] });
    const events = await getDatabase()
      .select()
      .from(contributionEvents)
      .where(eq(contributionEvents.contributionId, row?.id ?? ''));
    expect(events).toMatchObject([{ kind: 'sent', by: bench.facilitator.userId }]);
  });

  it('tells of an answer that is there, and of two at once keeps one', async () => {
    const promptId = await ask(bench.panel);
    const both = await Promise.allSettled([
      enter(entry(promptId)),
      enter(entry(promptId), bench.other),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(enter(entry(promptId))).rejects.toMatchObject({ reason: 'contribution-exists' });
    expect(await kept(promptId)).toHaveLength(1);
  });

  it('refuses without reading back, consent, or somebody who takes part', async () => {
    const promptId = await ask(bench.panel);
    expect(() => entry(promptId, { readBack: undefined })).toThrow('read-back-missing');
    expect(() => entry(promptId, { readBackOn: '' })).toThrow('read-back-missing');
    await expect(enter(entry(promptId, { readBackOn: '2999-01-01' }))).rejects.toMatchObject({
      reason: 'read-back-in-future',
    });
    await expect(enter(entry(promptId, { number: '77' }))).rejects.toMatchObject({
      reason: 'member-not-active',
    });
    await expect(enter(entry(promptId), bench.moderator)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const [, memberId] = bench.panel.memberIds;
    const [consent] = await getDatabase()
      .select()
      .from(panelConsents)
      .where(and(eq(panelConsents.memberId, memberId), eq(panelConsents.purpose, 'read')));
    if (!consent) throw new Error('people of a filled panel have consented');
    const { organisationId, panelId, consentVersionId, purpose, basis } = consent;
    const given = { organisationId, panelId, memberId, consentVersionId, purpose, basis };
    await getDatabase()
      .insert(panelConsents)
      .values({ ...given, granted: false, number: 2 });
    await expect(enter(entry(promptId))).rejects.toMatchObject({ reason: 'panel-consent-missing' });
    await getDatabase()
      .insert(panelConsents)
      .values({ ...given, granted: true, number: 3 });
    await getDatabase()
      .update(panelMembers)
      .set({ state: 'left' })
      .where(eq(panelMembers.id, memberId));
    await expect(enter(entry(promptId))).rejects.toMatchObject({ reason: 'member-not-active' });
    await getDatabase()
      .update(panelMembers)
      .set({ state: 'active' })
      .where(eq(panelMembers.id, memberId));
    expect(await kept(promptId)).toEqual([]);
  });

  it('takes what was said by the last day of a round, and nothing of later days', async () => {
    const promptId = await ask(bench.panel);
    const set = (closesOn: string) =>
      getDatabase()
        .update(panelRounds)
        .set({ closesOn })
        .where(eq(panelRounds.id, bench.panel.roundId));
    await set('2026-02-28');
    await expect(enter(entry(promptId))).rejects.toMatchObject({ reason: 'read-back-late' });
    await set('2026-03-01');
    await enter(entry(promptId, { names: 'Анна, Бек' }));
    const [row] = await kept(promptId);
    const original = await getDatabase()
      .select({ names: contributionOriginals.names })
      .from(contributionOriginals)
      .where(eq(contributionOriginals.contributionId, row?.id ?? ''));
    expect(original).toEqual([{ names: ['Анна', 'Бек'] }]);
  });

  it('raises a concern where the words may be a sign, by a mail that holds none of them', async () => {
    const promptId = await ask(bench.panel);
    await enter(entry(promptId, { text: 'Мне плохо, не хочу жить' }));
    const [row] = await kept(promptId);
    const concerns = await getDatabase()
      .select()
      .from(safeguardingConcerns)
      .where(eq(safeguardingConcerns.contributionId, row?.id ?? ''));
    expect(concerns).toMatchObject([{ source: 'phrase', note: '', seenAt: null }]);
    const mails = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.organisationId, bench.workspace.organisationId));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.recipient).toContain(bench.named.userId);
    expect(mails[0]?.body).toContain(`/panels/${bench.panel.panelId}/safeguarding`);
    expect(mails[0]?.body).not.toMatch(/жить|1001/u);
  });
});
