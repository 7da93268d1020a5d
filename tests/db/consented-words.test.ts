import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { contributions } from '#db/schema/contribution.ts';
import { panelConsents } from '#db/schema/panel-member.ts';
import { panelPrompts, panelRounds } from '#db/schema/panel-round.ts';
import { panelStatements } from '#db/schema/panel-statement.ts';
import { quotes } from '#db/schema/quote.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { postgresError } from '#tests/support/postgres-error.ts';
import { fillOrganisation, type FilledOrganisation } from '#tests/support/two-organisations.ts';

describeOnDatabases('words of people', () => {
  let filled: FilledOrganisation;
  let panel: FilledPanel;
  let contributionId: string;

  const consent = (granted: boolean, purpose: 'read' | 'quote', memberId: string) =>
    getDatabase()
      .insert(panelConsents)
      .values({
        ...{ organisationId: panel.organisationId, panelId: panel.panelId, memberId, purpose },
        ...{ consentVersionId: panel.consentVersionId, granted, basis: 'own' },
        number: Math.ceil(Math.random() * 1e6) + 1,
      })
      .returning({ id: panelConsents.id })
      .then(([row]) => row?.id ?? '');

  const contribute = async (consentId: string, memberId: string) => {
    const { organisationId, panelId, roundId } = panel;
    const [prompt] = await getDatabase()
      .insert(panelPrompts)
      .values({
        ...{ organisationId, panelId, roundId, text: { en: 'And?' } },
        position: Math.ceil(Math.random() * 1e6) + 1,
      })
      .returning({ id: panelPrompts.id });
    const row = {
      ...{ organisationId, panelId, roundId, promptId: prompt?.id ?? '', memberId, consentId },
      ...{ consentPurpose: 'read', language: 'en', sentOn: '2026-03-01' },
      register: 'standard' as const,
    };
    return getDatabase()
      .insert(contributions)
      .values(row)
      .then(() => null, postgresError);
  };

  beforeAll(async () => {
    filled = await fillOrganisation();
    panel = filled.northPanel;
    const [own] = await getDatabase()
      .select({ id: contributions.id })
      .from(contributions)
      .where(
        and(
          eq(contributions.panelId, panel.panelId),
          eq(contributions.memberId, panel.memberIds[0]),
        ),
      );
    contributionId = own?.id ?? '';
  });

  it('exist only under a consent to be read, granted by the same person', async () => {
    const [first, second] = panel.memberIds;
    expect(await contribute(await consent(true, 'read', first), first)).toBeNull();
    const without = { code: '23503' };
    expect(await contribute(randomUUID(), first)).toMatchObject(without);
    expect(await contribute(await consent(false, 'read', first), first)).toMatchObject(without);
    expect(await contribute(await consent(true, 'quote', first), first)).toMatchObject(without);
    expect(await contribute(await consent(true, 'read', second), first)).toMatchObject(without);
  });

  it('are quoted only under a consent to be quoted, granted by the same person', async () => {
    const [memberId, other] = panel.memberIds;
    const quote = async (consentId: string, start: number) =>
      getDatabase()
        .insert(quotes)
        .values({
          ...{ organisationId: panel.organisationId, panelId: panel.panelId, contributionId },
          ...{ memberId, consentId, consentPurpose: 'quote', start, end: 8 },
        })
        .then(() => null, postgresError);
    expect(await quote(await consent(true, 'quote', memberId), 1)).toBeNull();
    for (const id of [
      await consent(false, 'quote', memberId),
      await consent(true, 'read', memberId),
      await consent(true, 'quote', other),
      randomUUID(),
    ]) {
      expect(await quote(id, 2)).toMatchObject({ code: '23503' });
    }
  });

  it('agreed to are never changed', async () => {
    const change = getDatabase()
      .update(panelConsents)
      .set({ granted: false })
      .where(eq(panelConsents.panelId, panel.panelId));
    expect(await change.then(() => null, postgresError)).toMatchObject({ code: 'AT001' });
  });

  it('of a statement or prompt stay as they are once the round is open', async () => {
    const edit = () =>
      withActor(filled.everywhere, (tx) =>
        tx
          .update(panelStatements)
          .set({ text: { en: 'Other words' } })
          .where(eq(panelStatements.id, panel.statementId))
          .returning(),
      ).catch(postgresError);
    const state = (to: 'draft' | 'open') =>
      getDatabase().update(panelRounds).set({ state: to }).where(eq(panelRounds.id, panel.roundId));
    expect(await edit()).toMatchObject({ code: 'AT001' });
    await state('draft');
    expect(await edit()).toHaveLength(1);
    await state('open');
    expect(await edit()).toMatchObject({ code: 'AT001' });
  });
});
