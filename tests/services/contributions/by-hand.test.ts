import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { withdrawFor } from '#app/services/contributions/withdraw-for.server.ts';
import { raiseConcern } from '#app/services/panel-people/raise-concern.server.ts';
import { recordLeaving } from '#app/services/panel-people/record-leaving.server.ts';
import { getSafeguarding } from '#app/services/safeguarding/get-safeguarding.server.ts';
import { today } from '#app/today.ts';
import { auditEntries } from '#db/schema/audit.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import { outbox } from '#db/schema/invitation.ts';
import { panelContacts, panelMemberBands, panelMembers } from '#db/schema/panel-member.ts';
import { pseudonymKeys } from '#db/schema/response.ts';
import { safeguardingConcerns } from '#db/schema/safeguarding.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { activePerson } from '#tests/support/panel-person.ts';
import { askQuestionnaire } from '../taking-part/asked-questionnaire.ts';
import { ask, send, setUpPanel, type PanelBench } from './support/panel-bench.ts';

describeOnDatabases('what a facilitator does for somebody who says so', () => {
  let bench: PanelBench;
  let panelId: string;
  let memberId: string;
  beforeEach(async () => {
    bench = await setUpPanel();
    ({ panelId } = bench.panel);
    [memberId] = bench.panel.memberIds;
  });

  const said = async () =>
    send(bench.panel, { text: 'I waited long', promptId: await ask(bench.panel) });
  const lastEntry = async () => {
    const [entry] = await getDatabase()
      .select({ action: auditEntries.action, detail: auditEntries.detail, by: auditEntries.actor })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, panelId))
      .orderBy(desc(auditEntries.number))
      .limit(1);
    return entry;
  };
  const count = (table: typeof panelContacts | typeof panelMemberBands) =>
    getDatabase().$count(table, eq(table.memberId, memberId));
  const stateOf = async (contributionId: string) => {
    const [row] = await getDatabase()
      .select({ state: contributions.state })
      .from(contributions)
      .where(eq(contributions.id, contributionId));
    return row?.state;
  };

  it('takes words back, names the scribe and keeps the day of reading back', async () => {
    const { facilitator } = bench;
    const contributionId = await said();
    const ids = { panelId, contributionId };
    await withdrawFor(facilitator, { ...ids, readBackOn: today() });
    expect(await stateOf(contributionId)).toBe('withdrawn');
    const originals = eq(contributionOriginals.contributionId, contributionId);
    expect(await getDatabase().$count(contributionOriginals, originals)).toBe(0);
    const events = await getDatabase()
      .select({ kind: contributionEvents.kind, by: contributionEvents.by })
      .from(contributionEvents)
      .where(eq(contributionEvents.contributionId, contributionId))
      .orderBy(contributionEvents.number);
    expect(events).toEqual([
      { kind: 'sent', by: null },
      { kind: 'withdrawn', by: facilitator.userId },
    ]);
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'contribution.withdrawn-for', by: facilitator.userId },
      detail: { contribution: contributionId, readBackOn: today() },
    });
  });

  it('takes nothing back for whom may not, nor on a day that cannot be', async () => {
    const { facilitator, moderator } = bench;
    const ids = { panelId, contributionId: await said() };
    const refused = (readBackOn: string, by = facilitator) =>
      expect(withdrawFor(by, { ...ids, readBackOn })).rejects;
    await refused('2099-01-01').toMatchObject({ reason: 'read-back-in-future' });
    await refused('2026-03-01').toMatchObject({ reason: 'read-back-before-sent' });
    await refused(today(), moderator).toMatchObject({ code: 'forbidden' });
    const elsewhere = { panelId, contributionId: randomUUID(), readBackOn: today() };
    await expect(withdrawFor(facilitator, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    expect(await stateOf(ids.contributionId)).toBe('received');
  });

  it('records that somebody left, as if they had done it, once', async () => {
    const { facilitator } = bench;
    const contributionId = await said();
    expect(await count(panelContacts)).toBe(1);
    const left = { panelId, memberId, words: 'withdraw' } as const;
    const leaving = (readBackOn = today()) => recordLeaving(facilitator, { ...left, readBackOn });
    for (const day of ['2099-01-01', '2000-01-01']) {
      await expect(leaving(day)).rejects.toMatchObject({ reason: 'leaving-day-impossible' });
    }
    expect(await stateOf(contributionId)).not.toBe('withdrawn');
    const both = await Promise.allSettled([leaving(), leaving()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stateOf(contributionId)).toBe('withdrawn');
    expect(await count(panelMemberBands)).toBe(0);
    const [person] = await getDatabase()
      .select({ state: panelMembers.state, link: panelMembers.linkHash })
      .from(panelMembers)
      .where(eq(panelMembers.id, memberId));
    expect(person).toEqual({ state: 'left', link: null });
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'panel.person-left', detail: { words: 'withdraw', readBackOn: today() } },
    });
    const other = { ...left, memberId: bench.panel.memberIds[1], readBackOn: today() };
    await expect(recordLeaving(bench.moderator, other)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes away what leads from a questionnaire’s answers to who left', async () => {
    const asked = await askQuestionnaire();
    const reader = await activePerson(asked.panel);
    await asked.answer(reader);
    const { organisationId, memberId: leaver } = reader.actor;
    const keys = () =>
      getDatabase().$count(pseudonymKeys, eq(pseudonymKeys.organisationId, organisationId));
    expect(await keys()).toBe(1);
    await recordLeaving(await asked.member('facilitator'), {
      ...{ panelId: asked.panel.panelId, memberId: leaver, words: 'keep', readBackOn: today() },
    });
    expect(await keys()).toBe(0);
  });

  it('raises a concern once, which the named person reads and they do not', async () => {
    const { facilitator, named, workspace } = bench;
    const concern = { panelId, memberId, key: randomUUID(), note: 'She sounded afraid.' };
    await raiseConcern(facilitator, concern);
    await raiseConcern(facilitator, concern);
    const raised = and(
      eq(safeguardingConcerns.panelId, panelId),
      eq(safeguardingConcerns.source, 'facilitator'),
    );
    const rows = await getDatabase().select().from(safeguardingConcerns).where(raised);
    expect(rows).toMatchObject([{ memberId, note: 'She sounded afraid.' }]);
    const mails = await getDatabase()
      .select({ body: outbox.body })
      .from(outbox)
      .where(eq(outbox.organisationId, workspace.organisationId));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).not.toContain('afraid');
    expect(await lastEntry()).toMatchObject({ action: 'concern.raised', detail: {} });
    expect((await getSafeguarding(facilitator, { panelId })).concerns).toEqual([]);
    const own = (await getSafeguarding(named, { panelId })).concerns;
    expect(own.map(({ source }) => source)).toContain('facilitator');
    await expect(raiseConcern(bench.moderator, concern)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
