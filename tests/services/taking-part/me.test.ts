import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { answerPayment } from '#app/services/taking-part/answer-payment.server.ts';
import { answerSelection } from '#app/services/taking-part/answer-selection.server.ts';
import { askForContact } from '#app/services/taking-part/ask-for-contact.server.ts';
import { changeConsents } from '#app/services/taking-part/change-consents.server.ts';
import { chooseCredit } from '#app/services/taking-part/choose-credit.server.ts';
import {
  getAboutMe,
  getOwnConsents,
  getOwnCredit,
  getOwnDetails,
  getOwnDraws,
  getOwnPayments,
} from '#app/services/taking-part/get-me.server.ts';
import { leavePanel } from '#app/services/taking-part/leave-panel.server.ts';
import { listOwnWords } from '#app/services/taking-part/list-own-words.server.ts';
import {
  requirePanelPerson,
  type PanelPerson,
} from '#app/services/taking-part/require-panel-person.server.ts';
import { saveAboutMe } from '#app/services/taking-part/save-about-me.server.ts';
import { saveDetails } from '#app/services/taking-part/save-details.server.ts';
import { contributionDrafts } from '#db/schema/contribution.ts';
import { outbox } from '#db/schema/invitation.ts';
import {
  panelConsents,
  panelContacts,
  panelMemberBands,
  panelMembers,
  panelNeeds,
} from '#db/schema/panel-member.ts';
import { panelPayments } from '#db/schema/panel-payment.ts';
import { panelOutputs } from '#db/schema/panel-report.ts';
import { panels } from '#db/schema/panel.ts';
import { quotes } from '#db/schema/quote.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { suggestionContributions } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { openPanel } from '#tests/support/panel-person.ts';

describeOnDatabases('what a person decides about themselves', () => {
  let panel: FilledPanel;
  let reader: PanelPerson;
  const pass = () => {
    const { organisationId, panelId } = panel;
    return { organisationId, panelId, memberId: panel.memberIds[0], linkNumber: 0 };
  };
  beforeEach(async () => {
    panel = await openPanel();
    reader = await requirePanelPerson(pass());
  });

  const change = (granted: ('read' | 'quote' | 'credit')[], isConfirmed = false) =>
    changeConsents(reader, { granted, isConfirmed, consentVersionId: panel.consentVersionId });
  const own = <Row extends { memberId: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ memberId }) => memberId === panel.memberIds[0]);

  it('adds a row for each consent that changes; ending the one to be quoted deletes quotes', async () => {
    expect(await change(['read', 'credit'])).toBe('changed');
    expect(await change(['read', 'credit'])).toBe('changed');
    const rows = own(await getDatabase().select().from(panelConsents));
    expect(rows.map(({ purpose, number, granted }) => [purpose, number, granted]).sort()).toEqual([
      ['credit', 1, true],
      ['quote', 1, true],
      ['quote', 2, false],
      ['read', 1, true],
    ]);
    expect(own(await getDatabase().select().from(quotes))).toEqual([]);
    const [word] = await listOwnWords(reader);
    expect(word).toMatchObject({ original: 'I waited', quoted: [], suggestions: [{ number: 1 }] });
    const shown = (await getOwnConsents(reader)).purposes;
    expect(shown.map(({ purpose, granted }) => [purpose, granted])).toEqual([
      ['read', true],
      ['quote', false],
      ['credit', true],
      ['recontact', false],
    ]);
  });

  it('unlinks a quote that a suggestion shows before it is deleted', async () => {
    const [quote] = own(await getDatabase().select().from(quotes));
    await getDatabase()
      .update(suggestionContributions)
      .set({ quoteId: quote?.id ?? null })
      .where(eq(suggestionContributions.contributionId, quote?.contributionId ?? ''));
    expect(await change(['read'])).toBe('changed');
    const [word] = await listOwnWords(reader);
    expect(word).toMatchObject({ quoted: [], suggestions: [{ number: 1 }] });
  });

  it('ends the consent to be read after a confirmation, with all words', async () => {
    expect(await change(['quote'])).toBe('confirm');
    expect(await listOwnWords(reader)).toMatchObject([{ original: 'I waited' }]);
    expect(await change(['quote'], true)).toBe('changed');
    expect(await listOwnWords(reader)).toMatchObject([{ state: 'withdrawn', original: null }]);
    expect(own(await getDatabase().select().from(contributionDrafts))).toEqual([]);
  });

  it('changes and deletes what was said about oneself', async () => {
    await saveAboutMe(reader, { [panel.stratumId]: 'not-said' });
    expect((await getAboutMe(reader)).bands).toMatchObject([{ band: 'not-said' }]);
    await saveAboutMe(reader, { [panel.stratumId]: 'unknown' });
    expect((await getAboutMe(reader)).bands).toEqual([]);
    await saveAboutMe(reader, { [panel.stratumId]: 'old' });
    await saveAboutMe(reader, {});
    expect(own(await getDatabase().select().from(panelMemberBands))).toEqual([]);
  });

  it('keeps language, needs and address', async () => {
    const needs = ['interpreter', 'breaks'] as const;
    const details = {
      language: 'ar',
      register: 'easy-read',
      name: 'Ana',
      email: '',
      phone: '1',
      note: 'Quiet room',
    } as const;
    await saveDetails(reader, { ...details, needs: [...needs] });
    expect(await getOwnDetails(await requirePanelPerson(pass()))).toMatchObject({
      ...{ language: 'ar', register: 'easy-read', needs, note: 'Quiet room' },
      contact: { name: 'Ana', email: '', phone: '1' },
    });
    const wrong = saveDetails(reader, { ...details, needs: [], email: 'no address' });
    await expect(wrong).rejects.toMatchObject({ reason: 'panel-email-invalid' });
  });

  it('chooses credit until an output is published', async () => {
    const { outputId } = panel;
    const named = { outputId, choice: 'named', name: ' Ana B. ' } as const;
    await expect(chooseCredit(reader, named)).rejects.toMatchObject({
      reason: 'panel-credit-consent',
    });
    await change(['read', 'quote', 'credit']);
    await expect(chooseCredit(reader, { ...named, name: ' ' })).rejects.toMatchObject({
      reason: 'panel-credit-name',
    });
    await chooseCredit(reader, named);
    expect((await getOwnCredit(reader)).outputs).toMatchObject([
      { choice: 'named', name: 'Ana B.' },
    ]);
    await getDatabase()
      .update(panelOutputs)
      .set({ publishedOn: '2026-05-01' })
      .where(eq(panelOutputs.id, outputId));
    const late = chooseCredit(reader, { outputId, choice: 'none', name: '' });
    await expect(late).rejects.toMatchObject({ reason: 'panel-output-published' });
    await change(['read', 'quote']);
    expect((await getOwnCredit(reader)).outputs).toMatchObject([{ choice: 'named' }]);
  });

  it('answers an offer as it was read, once', async () => {
    const [offer] = await getOwnPayments(reader);
    const answer = (state: 'accepted' | 'declined', revision = offer?.revision ?? 0) =>
      answerPayment(reader, { paymentId: offer?.id ?? '', state, revision });
    await expect(answer('accepted', 7)).rejects.toMatchObject({ reason: 'panel-payment-changed' });
    const both = await Promise.allSettled([answer('declined'), answer('accepted')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getOwnPayments(reader))[0]?.state).not.toBe('offered');
  });

  it('sees the chance of each draw, and answers a selection', async () => {
    expect(await getOwnDraws(reader)).toMatchObject([{ number: 1, probability: 0.5 }]);
    await expect(answerSelection(reader, 'active')).rejects.toMatchObject({
      reason: 'panel-selection-over',
    });
    const { memberId } = pass();
    await getDatabase()
      .update(panelMembers)
      .set({ state: 'selected' })
      .where(eq(panelMembers.id, memberId));
    await answerSelection(reader, 'declined');
    expect(await requirePanelPerson(pass())).toMatchObject({ person: { state: 'declined' } });
  });

  it('asks to be contacted, once for two clicks, without words in the mail', async () => {
    const key = randomUUID();
    const ask = () => askForContact(reader, { key, note: 'Ring me at noon' });
    await Promise.all([ask(), ask()]);
    const concerns = own(await getDatabase().select().from(safeguardingConcerns));
    expect(concerns.filter(({ id }) => id === key)).toMatchObject([
      { source: 'self', note: 'Ring me at noon', contributionId: null },
    ]);
    const mails = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.organisationId, panel.organisationId));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).not.toContain('noon');
    await getDatabase()
      .update(panels)
      .set({ safeguardingUserId: null })
      .where(eq(panels.id, panel.panelId));
    const nobody = askForContact(await requirePanelPerson(pass()), { key, note: '' });
    await expect(nobody).rejects.toMatchObject({ reason: 'panel-nobody-named' });
  });

  it('leaves with the words kept or taken back; what is about the person goes', async () => {
    const [offer] = await getOwnPayments(reader);
    await leavePanel(reader, { words: 'keep' });
    await expect(requirePanelPerson(pass())).rejects.toMatchObject({ reason: 'panel-pass-ended' });
    await expect(leavePanel(reader, { words: 'keep' })).rejects.toMatchObject({ code: 'gone' });
    for (const table of [panelContacts, panelNeeds, panelMemberBands, contributionDrafts]) {
      expect(own(await getDatabase().select().from(table))).toEqual([]);
    }
    expect(own(await getDatabase().select().from(quotes))).toHaveLength(1);
    const [, memberId] = panel.memberIds;
    const second = await requirePanelPerson({ ...pass(), memberId });
    const [owed] = await getOwnPayments(second);
    await getDatabase()
      .update(panelPayments)
      .set({ state: 'accepted' })
      .where(eq(panelPayments.id, owed?.id ?? ''));
    await leavePanel(second, { words: 'withdraw' });
    const contacts = await getDatabase()
      .select()
      .from(panelContacts)
      .where(eq(panelContacts.organisationId, panel.organisationId));
    expect(contacts).toMatchObject([{ memberId }]);
    const left = await getDatabase().select().from(quotes);
    expect(left.filter((quote) => quote.memberId === memberId)).toEqual([]);
    expect(offer?.id).not.toBe(owed?.id);
  });
});
