import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { getJoinForm, getJoinPage } from '#app/services/taking-part/get-join-page.server.ts';
import { joinPanel } from '#app/services/taking-part/join-panel.server.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelDraws } from '#db/schema/panel-draw.ts';
import {
  panelConsents,
  panelContacts,
  panelMemberBands,
  panelMembers,
  panelNeeds,
} from '#db/schema/panel-member.ts';
import { panelChannels, panels, panelTargets } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { joinInput, openPanel } from '#tests/support/panel-person.ts';

describeOnDatabases('joining a panel', () => {
  let panel: FilledPanel;
  beforeEach(async () => {
    panel = await openPanel();
  });

  const joinWith = (given: Parameters<typeof joinInput>[1] = {}) =>
    joinPanel({ code: panel.channelCode, input: joinInput(panel, given) });
  const set = (values: Partial<typeof panels.$inferInsert>) =>
    getDatabase().update(panels).set(values).where(eq(panels.id, panel.panelId));
  const page = () => getJoinPage({ code: panel.channelCode, wanted: ['en'] });

  it('by two clicks makes one person, with one link', async () => {
    const given = { email: 'ana@example.org', needs: ['breaks'] as const };
    const both = await Promise.all([
      joinWith({ ...given, needs: ['breaks'] }),
      joinWith({ ...given, needs: ['breaks'] }),
    ]);
    const [first, second] = both;
    if (!first.ok || !second.ok) throw new Error('both are told that they joined');
    expect(second).toEqual(first);
    const { memberId } = first.pass;
    const [member, ...others] = await getDatabase()
      .select()
      .from(panelMembers)
      .where(
        and(eq(panelMembers.panelId, panel.panelId), eq(panelMembers.channelId, panel.channelId)),
      );
    expect(others).toHaveLength(2); // two were there before
    expect([member, ...others].find((one) => one?.id === memberId)).toMatchObject({ number: 1002 });
    const mails = await getDatabase()
      .select()
      .from(outbox)
      .where(eq(outbox.organisationId, panel.organisationId));
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ recipient: 'ana@example.org' });
    expect(mails[0]?.body).toContain(first.link);
  });

  it('gives two people who join at once two numbers', async () => {
    const keys = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
    await Promise.all(keys.map((key) => joinWith({ key })));
    const rows = await getDatabase()
      .select({ number: panelMembers.number })
      .from(panelMembers)
      .where(eq(panelMembers.panelId, panel.panelId));
    expect(rows.map(({ number }) => number).sort()).toEqual([1000, 1001, 1002, 1003, 1004]);
  });

  it('keeps each consent by itself, what was not given too', async () => {
    const joined = await joinWith({
      consents: ['read', 'credit'],
      basis: 'assent',
      agreedBy: 'Mother',
    });
    if (!joined.ok) throw new Error('joined');
    const { memberId } = joined.pass;
    const rows = await getDatabase()
      .select()
      .from(panelConsents)
      .where(eq(panelConsents.memberId, memberId));
    expect(Object.fromEntries(rows.map((row) => [row.purpose, row.granted]))).toEqual({
      read: true,
      quote: false,
      credit: true,
      recontact: false,
    });
    expect(rows.every(({ basis }) => basis === 'assent')).toBe(true);
    const contacts = await getDatabase()
      .select()
      .from(panelContacts)
      .where(eq(panelContacts.memberId, memberId));
    expect(contacts).toMatchObject([{ agreedBy: 'Mother', email: '' }]);
    const needs = await getDatabase()
      .select()
      .from(panelNeeds)
      .where(eq(panelNeeds.memberId, memberId));
    expect(needs).toEqual([]);
  });

  it('asks for what is missing and writes nobody', async () => {
    expect(await joinWith({ consents: ['quote'] })).toEqual({
      ok: false,
      problems: ['read-missing'],
    });
    expect(await joinWith({ basis: 'consultee' })).toEqual({
      ok: false,
      problems: ['agreed-by-missing'],
    });
    expect(await joinWith({ basis: undefined, email: 'no' })).toEqual({
      ok: false,
      problems: ['basis-missing', 'email-invalid'],
    });
    const other = { consentVersionId: '00000000-0000-4000-8000-000000000000' };
    expect(await joinWith(other)).toEqual({ ok: false, problems: ['consent-changed'] });
    const members = await getDatabase()
      .select()
      .from(panelMembers)
      .where(eq(panelMembers.panelId, panel.panelId));
    expect(members).toHaveLength(2);
  });

  it('is refused in words while the panel is not open or has published no policy', async () => {
    await set({ policyPublishedOn: null });
    await expect(page()).rejects.toMatchObject({ reason: 'join-no-policy' });
    await expect(joinWith()).rejects.toMatchObject({ reason: 'join-no-policy' });
    await set({ policyPublishedOn: '2026-01-01', state: 'draft' });
    await expect(joinWith()).rejects.toMatchObject({ reason: 'join-not-open' });
    await set({ state: 'closed' });
    await expect(joinWith()).rejects.toMatchObject({ reason: 'join-closed' });
    await set({ state: 'open' });
    await getDatabase()
      .update(panelChannels)
      .set({ closedOn: '2026-01-01' })
      .where(eq(panelChannels.id, panel.channelId));
    await expect(page()).rejects.toMatchObject({ reason: 'join-closed' });
    const nowhere = getJoinPage({ code: 'nowhere', wanted: ['en'] });
    await expect(nowhere).rejects.toMatchObject({ reason: 'join-not-found' });
  });

  it('asks about the person what a target uses, and says why and until when', async () => {
    const form = () => getJoinForm({ code: panel.channelCode, wanted: ['ar', 'en'] });
    expect((await form()).about).toMatchObject({
      purpose: { en: 'So that all are heard' },
      expiresOn: '2090-01-01',
      strata: [{ id: panel.stratumId }],
    });
    const joined = await joinWith({ band: { [panel.stratumId]: 'old', other: 'x' } });
    if (!joined.ok) throw new Error('joined');
    const bands = () =>
      getDatabase()
        .select()
        .from(panelMemberBands)
        .where(eq(panelMemberBands.memberId, joined.pass.memberId));
    expect(await bands()).toMatchObject([{ band: 'old', expiresOn: '2090-01-01' }]);
    await set({ demographicsPurpose: {} });
    expect((await form()).about).toBeNull();
    await set({ demographicsPurpose: { en: 'Why' }, demographicsExpireOn: '2020-01-01' });
    expect((await form()).about).toBeNull();
  });

  it('makes a candidate where people are drawn, else somebody who takes part', async () => {
    expect(await joinWith()).toMatchObject({ state: 'candidate' });
    await getDatabase().delete(panelTargets).where(eq(panelTargets.stratumId, panel.stratumId));
    expect(await joinWith({ key: 'b'.repeat(32) })).toMatchObject({ state: 'candidate' });
    await getDatabase().delete(panelDraws).where(eq(panelDraws.panelId, panel.panelId));
    expect(await joinWith({ key: 'c'.repeat(32) })).toMatchObject({ state: 'active' });
  });
});
