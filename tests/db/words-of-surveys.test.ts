import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { queryRows } from '#db/database.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents } from '#db/schema/panel-member.ts';
import { panelPrompts, panelRounds } from '#db/schema/panel-round.ts';
import { quotes } from '#db/schema/quote.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import {
  actorsOf,
  fillOrganisation,
  type FilledOrganisation,
} from '#tests/support/two-organisations.ts';

describeOnDatabases('words of surveys', () => {
  let filled: FilledOrganisation;
  let panel: FilledPanel;
  let surveyRound: { roundId: string; promptId: string };

  beforeAll(async () => {
    filled = await fillOrganisation();
    panel = filled.northPanel;
    const { organisationId, panelId } = panel;
    const [roundId, promptId] = [randomUUID(), randomUUID()];
    const [wave] = await queryRows<{ id: string }>(
      getDatabase(),
      sql`select id from waves where organisation_id = ${organisationId} limit 1`,
    );
    await getDatabase()
      .insert(panelRounds)
      .values({
        ...{ organisationId, panelId, id: roundId, number: 7, title: { en: 'Why?' }, intro: {} },
        ...{ minutes: 0, state: 'open', source: 'survey', surveyItemId: 'why' },
        surveyWaveId: wave?.id,
      });
    await getDatabase()
      .insert(panelPrompts)
      .values({ organisationId, panelId, roundId, id: promptId, position: 1, text: {} });
    surveyRound = { roundId, promptId };
  });

  type Change = Partial<typeof contributions.$inferInsert>;

  const write = async (change: Change = {}) => {
    const { organisationId, panelId } = panel;
    const id = randomUUID();
    const row = {
      ...{ organisationId, panelId, id, ...surveyRound, source: 'survey' as const },
      ...{ memberId: null, consentId: null, consentPurpose: 'read', mayQuote: false },
      ...{ language: 'en', register: 'standard' as const, sentOn: '2026-03-01', ...change },
    };
    const error = await getDatabase()
      .insert(contributions)
      .values(row)
      .then(() => null, postgresError);
    return { id, error };
  };

  const consentOf = async (memberId: string, purpose: 'read' | 'quote') => {
    const rows = await getDatabase()
      .select()
      .from(panelConsents)
      .where(eq(panelConsents.memberId, memberId));
    return rows.find((row) => row.purpose === purpose)?.id ?? '';
  };

  it('have no member, and words of a panel have one', async () => {
    const [memberId] = panel.memberIds;
    const consentId = await consentOf(memberId, 'read');
    expect((await write()).error).toBeNull();
    const wrong = { code: '23514' };
    expect((await write({ memberId, consentId, mayQuote: null })).error).toMatchObject(wrong);
    expect((await write({ mayQuote: null })).error).toMatchObject(wrong);
    const { roundId } = panel;
    const own = { roundId, source: 'panel' } as const;
    expect((await write({ ...own, mayQuote: null })).error).toMatchObject(wrong);
  });

  it('lie in rounds of surveys alone, and no others do', async () => {
    expect((await write({ roundId: panel.roundId })).error).toMatchObject({ code: '23503' });
    const [memberId] = panel.memberIds;
    const consentId = await consentOf(memberId, 'read');
    const own = { source: 'panel', memberId, consentId, mayQuote: null } as const;
    expect((await write(own)).error).toMatchObject({ code: '23503' });
  });

  it('are quoted only where that was chosen beside them', async () => {
    const quote = async (contributionId: string, change: object = {}) =>
      getDatabase()
        .insert(quotes)
        .values({
          ...{ organisationId: panel.organisationId, panelId: panel.panelId, contributionId },
          ...{ consentPurpose: 'quote', mayQuote: true, start: 0, end: 3, ...change },
        })
        .then(() => null, postgresError);
    const open = await write({ mayQuote: true });
    const closed = await write({ mayQuote: false });
    expect(await quote(open.id)).toBeNull();
    expect(await quote(closed.id)).toMatchObject({ code: '23503' });
    expect(await quote(open.id, { mayQuote: null })).toMatchObject({ code: '23514' });
    const [memberId] = panel.memberIds;
    const consentId = await consentOf(memberId, 'quote');
    const ofMember = { memberId, consentId };
    expect(await quote(closed.id, ofMember)).toMatchObject({ code: '23514' });
  });

  it('are seen by the people of the workspace who see the panel, and by no person of the panel', async () => {
    await write();
    const { everywhere, north, panelMember, respondent } = actorsOf(filled);
    const count = (actor: typeof everywhere | typeof panelMember | typeof respondent) =>
      withActor(actor, (tx) =>
        queryRows<{ n: number }>(
          tx,
          sql`select count(*)::int as n from contributions where source = 'survey'`,
        ),
      ).then(
        ([row]) => row?.n,
        (error: unknown) => postgresError(error).code,
      );
    expect(await count(everywhere)).toBeGreaterThan(0);
    expect(await count(north)).toBe(await count(everywhere));
    expect(await count(panelMember)).toBe(0);
    expect(await count(respondent)).toBe('42501');
    const rounds = await withActor(panelMember, (tx) =>
      queryRows(tx, sql`select id from panel_rounds where source = 'survey'`),
    );
    expect(rounds).toEqual([]);
  });
});
