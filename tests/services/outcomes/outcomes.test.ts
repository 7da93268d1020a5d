import { beforeAll, expect, it } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { getDatabase, withActor } from '#app/database.server.ts';
import { addSuggestion } from '#app/services/outcomes/add-suggestion.server.ts';
import { decideSuggestion } from '#app/services/outcomes/decide-suggestion.server.ts';
import { getDecisions } from '#app/services/outcomes/get-decisions.server.ts';
import { getNews } from '#app/services/outcomes/get-news.server.ts';
import { getPublicOutcomes } from '#app/services/outcomes/get-public-outcomes.server.ts';
import { getSuggestion } from '#app/services/outcomes/get-suggestion.server.ts';
import { markLettersPosted } from '#app/services/outcomes/mark-letters-posted.server.ts';
import { recordChange } from '#app/services/outcomes/record-change.server.ts';
import { sendNews } from '#app/services/outcomes/send-news.server.ts';
import { writeLetters } from '#app/services/outcomes/write-letters.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panels } from '#db/schema/panel.ts';
import { quotes } from '#db/schema/quote.ts';
import { countTellings } from '#db/queries/telling.server.ts';
import { panelTellings, suggestionContributions } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addPerson, answerConsent, openChannel, type Person } from '../support/panel-people.ts';
import { openedPanel, openedRound, revisionOf } from '../support/panel-set-up.ts';

const both = (text: string) => ({ en: text, kk: `${text} (kk)` });

describeOnDatabases('what comes of a panel', () => {
  let facilitator: Member;
  let auditor: Member;
  let panelId: string;
  let people: Person[];

  async function setUp(count = 6) {
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    auditor = await createMember(workspace, 'auditor');
    ({ panelId } = await openedPanel(facilitator));
    const { organisationId } = facilitator;
    const round = { organisationId, ...(await openedRound(facilitator, panelId)) };
    const channel = await openChannel(round);
    people = [];
    for (let number = 1; number <= count; number += 1) {
      const text = `The alarm woke me up at night, number ${number}.`;
      const email = number === 2 ? '' : `p${number}-${panelId}@example.org`;
      const options = { number, text, email, mayQuote: number !== 3 };
      people.push(await addPerson(round, channel, options));
    }
  }
  const person = (index: number) =>
    people[index] ?? { memberId: '', contributionId: '', number: 0 };

  beforeAll(() => setUp());

  async function suggest(quote = 'woke me   up at night', indices = [0, 1, 3, 4, 5]) {
    return addSuggestion(facilitator, {
      ...{ panelId, text: both('Make alarms quieter at night') },
      contributions: indices.map((index) => ({
        contributionId: person(index).contributionId,
        quote: index === 0 ? quote : '',
      })),
    });
  }
  const decide = (suggestionId: string, revision: number, verdict: 'accepted' | 'not' = 'not') =>
    decideSuggestion(facilitator, {
      ...{ panelId, suggestionId, revision, verdict, reason: both(`Because ${verdict}`) },
      ...{ decidedBy: 'The board', decidedOn: today() },
    });
  const newsOf = (index: number) =>
    getNews({ actor: actorOf(person(index)), panel: { minimumGroup: 5 } });
  const slugOf = async () => {
    const [row] = await getDatabase()
      .select({ slug: panels.slug })
      .from(panels)
      .where(eq(panels.id, panelId));
    return row?.slug ?? '';
  };
  const actorOf = ({ memberId }: Person) => {
    const { organisationId } = facilitator;
    return { kind: 'panel-member' as const, organisationId, panelId, memberId };
  };

  it('quotes a span of the words, only where the author agreed and the words stand so', async () => {
    const { suggestionId } = await suggest();
    const rows = await getDatabase().select().from(quotes).where(eq(quotes.panelId, panelId));
    expect(rows.map(({ start, end }) => [start, end])).toEqual([[10, 29]]);
    const { outcome } = await getSuggestion(facilitator, { panelId, suggestionId });
    expect(outcome.quotes).toEqual([
      { language: 'en', words: 'woke me up at night', translations: [] },
    ]);
    await expect(suggest('never said')).rejects.toMatchObject({ reason: 'quote-not-found' });
    const unconsented = addSuggestion(facilitator, {
      ...{ panelId, text: both('X') },
      contributions: [{ contributionId: person(2).contributionId, quote: 'woke me' }],
    });
    await expect(unconsented).rejects.toMatchObject({ reason: 'quote-not-consented' });
    const inOneLanguage = addSuggestion(facilitator, {
      ...{ panelId, text: { en: 'X' } },
      contributions: [{ contributionId: person(2).contributionId, quote: '' }],
    });
    await expect(inOneLanguage).rejects.toMatchObject({ reason: 'suggestion-words-missing' });
    await expect(
      addSuggestion(auditor, { panelId, text: both('X'), contributions: [] }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes a decision with a reason once; the second of two is told, and may add another', async () => {
    const { suggestionId } = await suggest();
    await expect(
      decideSuggestion(facilitator, {
        ...{ panelId, suggestionId, revision: 1, verdict: 'not', reason: { en: 'No' } },
        ...{ decidedBy: 'The board', decidedOn: today() },
      }),
    ).rejects.toMatchObject({ reason: 'decision-reason-missing' });
    const both2 = await Promise.allSettled([decide(suggestionId, 1), decide(suggestionId, 1)]);
    expect(both2.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both2.find(({ status }) => status === 'rejected');
    expect(lost).toMatchObject({
      reason: { reason: 'suggestion-changed', values: { revision: 2 } },
    });
    await decide(suggestionId, 2, 'accepted');
    const { outcome } = await getSuggestion(facilitator, { panelId, suggestionId });
    expect(outcome.decisions.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'not'],
      [2, 'accepted'],
    ]);
  });

  it('records a change in something that is there, after a decision', async () => {
    const { suggestionId } = await suggest();
    const change = (revision: number, subject: Parameters<typeof recordChange>[1]['subject']) =>
      recordChange(facilitator, {
        ...{ panelId, suggestionId, revision, what: both('Quiet after ten') },
        ...{ subject, changedOn: today() },
      });
    await expect(change(1, { kind: 'organisation' })).rejects.toMatchObject({
      reason: 'suggestion-undecided',
    });
    await decide(suggestionId, 1, 'accepted');
    const nowhere = { kind: 'study' as const, id: '00000000-0000-4000-8000-000000000000' };
    await expect(change(2, nowhere)).rejects.toMatchObject({ reason: 'change-subject-missing' });
    await change(2, { kind: 'document', name: 'Ward protocol', version: '3' });
    await change(3, { kind: 'panel', id: panelId });
    const { outcome } = await getSuggestion(facilitator, { panelId, suggestionId });
    expect(outcome.changes.map(({ about }) => about.name.en)).toEqual([
      'Ward protocol (3)',
      'Voices of the ward',
    ]);
  });

  it('tells each contributor once: by mail, by letter, or on the page', async () => {
    await setUp();
    const { suggestionId } = await suggest();
    await decide(suggestionId, 1);
    const tellings = await getDatabase()
      .select()
      .from(panelTellings)
      .where(eq(panelTellings.panelId, panelId));
    expect(tellings).toHaveLength(5);
    expect((await getDecisions(facilitator, { panelId })).told).toMatchObject({
      ...{ shown: true, due: null, pending: 5 },
    });
    const day = today();
    const mine = async () =>
      getDatabase()
        .select({ recipient: outbox.recipient, body: outbox.body })
        .from(outbox)
        .where(eq(outbox.organisationId, facilitator.organisationId));
    await Promise.all([sendNews(day), sendNews(day)]);
    const mails = await mine();
    expect(mails.map(({ recipient }) => recipient.slice(0, 2)).sort()).toEqual([
      ...['p1', 'p4', 'p5', 'p6'],
    ]);
    expect(mails.some(({ body }) => /alarm|Because/.test(body))).toBe(false);
    await decide(suggestionId, 2, 'accepted');
    await sendNews(day);
    expect(await mine()).toHaveLength(4);
    await sendNews('2099-01-01');
    expect(await mine()).toHaveLength(8);
    const { letters } = await writeLetters(facilitator, { panelId });
    expect(letters.map(({ number }) => number)).toEqual([2]);
    expect(letters[0]?.paragraphs.join(' ')).toContain('Because accepted');
    const tellingIds = letters[0]?.tellings ?? [];
    await markLettersPosted(facilitator, { panelId, tellingIds });
    expect((await writeLetters(facilitator, { panelId })).letters).toEqual([]);
    await expect(writeLetters(auditor, { panelId })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('shows a person what became of their own words, and marks it seen', async () => {
    await setUp();
    const { suggestionId } = await suggest();
    await decide(suggestionId, 1);
    const news = await newsOf(0);
    expect(news.suggestions).toHaveLength(1);
    expect(news.suggestions[0]?.said[0]?.text).toContain('number 1');
    expect(news.suggestions[0]?.decisions).toMatchObject([{ verdict: 'not', isNew: true }]);
    const again = await newsOf(0);
    expect(again.suggestions[0]?.decisions).toMatchObject([{ isNew: false }]);
    expect((await newsOf(2)).suggestions).toEqual([]);
    const { told } = await getDecisions(facilitator, { panelId });
    expect(told).toMatchObject({ shown: true, due: 'few', pending: 'few' });
  });

  it('counts who was told too late, and says nothing about few', async () => {
    await setUp();
    const { suggestionId } = await suggest();
    await decide(suggestionId, 1);
    const set = (change: object, index: number) =>
      getDatabase()
        .update(panelTellings)
        .set(change)
        .where(
          and(
            eq(panelTellings.panelId, panelId),
            eq(panelTellings.memberId, person(index).memberId),
          ),
        );
    for (const index of [0, 1, 3, 4, 5]) await set({ happenedOn: '2026-01-01' }, index);
    await set({ seenOn: '2026-01-31' }, 0);
    await set({ mailedOn: '2026-02-01' }, 1);
    const system = { kind: 'system', organisationId: facilitator.organisationId } as const;
    const counted = await withActor(system, (tx) =>
      countTellings(tx, {
        ...{ organisationId: facilitator.organisationId, panelId },
        ...{ days: 30, on: today() },
      }),
    );
    expect(counted).toEqual({
      ...{ people: 5, inTime: 1, peopleInTime: 1, due: 5, peopleLate: 4 },
      ...{ pending: 0, peoplePending: 0 },
    });
    expect((await getDecisions(facilitator, { panelId })).told).toMatchObject({ due: 'few' });
    await getDatabase().update(panels).set({ minimumGroup: 6 }).where(eq(panels.id, panelId));
    expect((await getDecisions(facilitator, { panelId })).told).toEqual({
      ...{ shown: false, reason: 'below-minimum' },
    });
  });

  it('publishes nothing before it is published, and nothing rejected, withdrawn or unconsented', async () => {
    await setUp();
    const { suggestionId } = await suggest();
    const alone = await suggest('woke me up', [0]);
    await decide(suggestionId, 1);
    const slug = await slugOf();
    await expect(getPublicOutcomes({ slug })).rejects.toMatchObject({ code: 'not-found' });
    const revision = await revisionOf(facilitator, panelId);
    await publishOutcomes(facilitator, { panelId, revision, isPublic: true });
    const page = await getPublicOutcomes({ slug });
    expect(page.people).toBe(6);
    expect(page.decided.map(({ id }) => id)).toEqual([suggestionId]);
    expect(page.open.map(({ id }) => id)).toEqual([alone.suggestionId]);
    expect(JSON.stringify(page)).toContain('woke me up at night');
    expect(JSON.stringify(page)).not.toContain('number 1');
    // The quote goes with the consent, the words with the withdrawal, the suggestion with its words.
    const { organisationId } = facilitator;
    const no = { purpose: 'quote' as const, granted: false, number: 2 };
    await answerConsent({ organisationId, panelId }, person(0).memberId, no);
    expect(JSON.stringify(await getPublicOutcomes({ slug }))).not.toContain('woke me');
    const first = person(0).contributionId;
    const db = getDatabase();
    await db
      .delete(suggestionContributions)
      .where(eq(suggestionContributions.contributionId, first));
    await db.delete(quotes).where(eq(quotes.contributionId, first));
    await db
      .update(contributions)
      .set({ state: 'withdrawn', text: null })
      .where(eq(contributions.id, first));
    const after = await getPublicOutcomes({ slug });
    expect(after.open).toEqual([]);
    expect(after.people).toBe(5);
    const { open } = await getDecisions(facilitator, { panelId });
    expect(open.map(({ isWithoutWords }) => isWithoutWords)).toEqual([true]);
    await db
      .update(contributions)
      .set({ state: 'rejected' })
      .where(eq(contributions.id, person(1).contributionId));
    expect((await getPublicOutcomes({ slug })).people).toBeNull();
  });
});
