import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getPanelHome } from '#app/services/taking-part/get-panel-home.server.ts';
import { getRoundPage } from '#app/services/taking-part/get-round-page.server.ts';
import { rateRound } from '#app/services/taking-part/rate-round.server.ts';
import type { PanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { savePromptDraft } from '#app/services/taking-part/save-prompt-draft.server.ts';
import { namesIn } from '#app/services/contributions/keep-contribution.server.ts';
import { sendContributions } from '#app/services/taking-part/send-contributions.server.ts';
import { voteOnStatements } from '#app/services/taking-part/vote-on-statements.server.ts';
import { queryRows } from '#db/database.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import { panelAskings, panelConsents } from '#db/schema/panel-member.ts';
import { panelPrompts, panelRatings, panelRounds } from '#db/schema/panel-round.ts';
import { panelVotes } from '#db/schema/panel-statement.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { activePerson, join, openPanel } from '#tests/support/panel-person.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';

describeOnDatabases('a round', () => {
  let panel: FilledPanel;
  let reader: PanelPerson;
  let roundId: string;
  beforeEach(async () => {
    panel = await openPanel();
    ({ roundId } = panel);
    reader = await activePerson(panel);
  });

  const markOf = async (number: number) =>
    (await getRoundPage(reader, roundId)).prompts[number - 1]?.mark ?? '';
  const draft = async (text: string, number = 1, typedValue = '') => {
    const shown = await markOf(number);
    await savePromptDraft(reader, { roundId, number, text, typedValue, shown });
  };
  const send = (names = '') =>
    sendContributions(reader, { roundId, language: 'ar', register: 'standard', names });
  const close = () =>
    getDatabase().update(panelRounds).set({ state: 'closed' }).where(eq(panelRounds.id, roundId));
  const ownRows = () =>
    getDatabase()
      .select()
      .from(contributions)
      .where(eq(contributions.memberId, reader.actor.memberId));

  it('shows who takes part what is left, and a candidate nothing', async () => {
    expect((await getPanelHome(reader)).open).toMatchObject([
      { prompts: 1, sent: 0, statements: 1, votes: 0 },
    ]);
    const candidate = await requirePanelPerson((await join(panel)).pass);
    expect(await getPanelHome(candidate)).toMatchObject({ state: 'candidate', open: [], past: [] });
    await expect(getRoundPage(candidate, roundId)).rejects.toMatchObject({ code: 'not-found' });
    const first = { roundId, number: 1, typedValue: '', shown: await markOf(1) };
    const writing = savePromptDraft(candidate, { ...first, text: 'x' });
    await expect(writing).rejects.toMatchObject({ reason: 'panel-not-active' });
  });

  it('loses nothing to a page that was opened before other words were kept', async () => {
    const stale = { roundId, number: 1, typedValue: '', shown: await markOf(1) };
    const kept = async () => (await getRoundPage(reader, roundId)).prompts[0]?.draft;
    await draft('First page');
    await savePromptDraft(reader, { ...stale, text: '' });
    expect(await kept()).toBe('First page');
    const second = savePromptDraft(reader, { ...stale, text: 'Second page' });
    await expect(second).rejects.toMatchObject({ reason: 'panel-draft-changed' });
    expect(await kept()).toBe('First page');
    await draft('Second page');
    expect(await kept()).toBe('Second page');
    await draft('');
    expect(await kept()).toBe('');
  });

  it('keeps what is written and sends it once, with the names to leave out', async () => {
    await getDatabase()
      .insert(panelAskings)
      .values({ ...reader.actor, roundId, minutes: 20, askedOn: '2026-03-01' });
    await draft('I waited\r\nlong');
    expect((await getRoundPage(reader, roundId)).prompts[0]).toMatchObject({
      draft: 'I waited\nlong',
      isBegun: true,
    });
    await draft('انتظرت مع Ana');
    const sent = await Promise.all([send('Ana, Dr Bo\n Ana'), send()]);
    expect(sent.sort()).toEqual([0, 1]);
    const [row, ...more] = await ownRows();
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      state: 'received',
      text: null,
      language: 'ar',
      consentPurpose: 'read',
    });
    const originals = await getDatabase()
      .select()
      .from(contributionOriginals)
      .where(eq(contributionOriginals.contributionId, row?.id ?? ''));
    expect(originals).toMatchObject([{ text: 'انتظرت مع Ana' }]);
    const events = await getDatabase()
      .select()
      .from(contributionEvents)
      .where(eq(contributionEvents.contributionId, row?.id ?? ''));
    expect(events).toMatchObject([{ number: 1, kind: 'sent', by: null }]);
    await draft('more');
    expect((await getRoundPage(reader, roundId)).prompts[0]).toMatchObject({
      draft: '',
      isSent: true,
    });
    const asking = () =>
      getDatabase()
        .select()
        .from(panelAskings)
        .where(eq(panelAskings.memberId, reader.actor.memberId));
    expect(await asking()).toMatchObject([{ doneOn: null }]);
    await voteOnStatements(reader, { roundId, answers: new Map([[panel.statementId, 'agree']]) });
    expect((await asking())[0]?.doneOn).not.toBeNull();
  });

  it('takes names from lines and commas of any script', () => {
    expect(namesIn('Ana, Bo\n سارة، Ana ;')).toEqual(['Ana', 'Bo', 'سارة']);
  });

  it('takes a number within the bounds of a margin, in any digits', async () => {
    const about = {
      kind: 'margin',
      metric: 'x',
      unit: 'percentage-points',
      low: 0,
      high: 20,
    } as const;
    await getDatabase()
      .insert(panelPrompts)
      .values({
        organisationId: panel.organisationId,
        panelId: panel.panelId,
        roundId,
        position: 2,
        kind: 'margin',
        text: { en: 'How large?' },
        about,
      });
    await expect(draft('', 2, '21')).rejects.toMatchObject({ reason: 'panel-value-invalid' });
    await expect(draft('', 2, 'ten')).rejects.toMatchObject({ reason: 'panel-value-invalid' });
    await draft('', 2, '٧٫٥ %');
    expect(await send()).toBe(1);
    expect(await ownRows()).toMatchObject([{ value: 7.5 }]);
  });

  it('takes nothing without the consent to be read, nor once it is closed', async () => {
    await draft('Words');
    const { organisationId, panelId, memberId } = reader.actor;
    await getDatabase()
      .insert(panelConsents)
      .values({
        ...{ organisationId, panelId, memberId, consentVersionId: panel.consentVersionId },
        ...{ purpose: 'read', granted: false, basis: 'own', number: 2 },
      });
    await expect(send()).rejects.toMatchObject({ reason: 'panel-consent-missing' });
    await close();
    await expect(send()).rejects.toMatchObject({ reason: 'panel-round-closed' });
    await expect(draft('x')).rejects.toMatchObject({ reason: 'panel-round-closed' });
    const vote = voteOnStatements(reader, { roundId, answers: new Map() });
    await expect(vote).rejects.toMatchObject({ reason: 'panel-round-closed' });
    expect(await ownRows()).toEqual([]);
  });

  it('keeps votes with the reason of a pass; they change until it closes', async () => {
    const vote = (answer: string) =>
      voteOnStatements(reader, { roundId, answers: new Map([[panel.statementId, answer]]) });
    const own = () =>
      getDatabase()
        .select()
        .from(panelVotes)
        .where(
          and(
            eq(panelVotes.statementId, panel.statementId),
            eq(panelVotes.memberId, reader.actor.memberId),
          ),
        );
    await vote('pass-unclear');
    expect(await own()).toMatchObject([{ choice: 'pass', passReason: 'unclear' }]);
    await vote('disagree');
    expect(await own()).toMatchObject([{ choice: 'disagree', passReason: null }]);
    await vote('pass');
    await vote('');
    expect(await own()).toMatchObject([{ choice: 'disagree' }]);
  });

  it('is rated once, and no rating lies beside the mark of who gave it', async () => {
    const rate = (answers: Record<string, string>, by = reader) =>
      rateRound(by, { roundId, answers: new Map(Object.entries(answers)) });
    await expect(rate({ inclusive: 'skip' })).rejects.toMatchObject({
      reason: 'panel-rating-empty',
    });
    await Promise.all([rate({ inclusive: '5', impact: '2' }), rate({ inclusive: '1' })]);
    await rate({ inclusive: '1' });
    const second = await activePerson(panel);
    await rate({ together: '3' }, second);
    const rows = await getDatabase()
      .select({ codes: panelRatings.codes })
      .from(panelRatings)
      .where(eq(panelRatings.roundId, roundId));
    expect(rows).toHaveLength(3); // one was there before
    expect(rows).toContainEqual({ codes: [0, 3, 0, 0, 0] });
    const written = await queryRows<{ xmin: string }>(
      getDatabase(),
      sql`select distinct xmin::text from panel_ratings where round_id = ${roundId}`,
    );
    expect(written).toHaveLength(1); // all by the last transaction
    const marks = await queryRows<{ xmin: string }>(
      getDatabase(),
      sql`select xmin::text from panel_rating_marks where round_id = ${roundId}`,
    );
    expect(marks.map(({ xmin }) => xmin)).not.toContain(written[0]?.xmin);
    expect(await getRoundPage(reader, roundId)).toMatchObject({ isRated: true });
  });
});
