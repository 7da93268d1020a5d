import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { appealRejection } from '#app/services/taking-part/appeal-rejection.server.ts';
import { listOwnWords, requireOwnWord } from '#app/services/taking-part/list-own-words.server.ts';
import {
  requirePanelPerson,
  type PanelPerson,
} from '#app/services/taking-part/require-panel-person.server.ts';
import { withdrawOwn } from '#app/services/taking-part/withdraw-own.server.ts';
import { contributionTranslations } from '#db/schema/contribution-translation.ts';
import {
  contributionEvents,
  contributionOriginals,
  contributions,
} from '#db/schema/contribution.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { quotes } from '#db/schema/quote.ts';
import { suggestionContributions } from '#db/schema/suggestion.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import type { FilledPanel } from '#tests/support/filled-panel.ts';
import { openPanel } from '#tests/support/panel-person.ts';

describeOnDatabases('words of a person', () => {
  let panel: FilledPanel;
  let reader: PanelPerson;
  let contributionId: string;
  beforeEach(async () => {
    panel = await openPanel();
    const { organisationId, panelId } = panel;
    const [memberId] = panel.memberIds;
    reader = await requirePanelPerson({ organisationId, panelId, memberId, linkNumber: 0 });
    contributionId = (await listOwnWords(reader))[0]?.id ?? '';
  });

  const reject = async () => {
    await getDatabase()
      .update(contributions)
      .set({ state: 'rejected' })
      .where(eq(contributions.id, contributionId));
    const { organisationId, panelId, memberId } = reader.actor;
    await getDatabase()
      .insert(contributionEvents)
      .values({
        ...{ organisationId, panelId, memberId, contributionId, number: 2 },
        ...{ kind: 'rejected', reason: 'off-topic', by: 'a moderator' },
      });
  };
  const appeal = (note: string) => appealRejection(reader, { contributionId, note });

  it('are shown with what happened to them and what came of them, the own alone', async () => {
    const words = await listOwnWords(reader);
    expect(words).toHaveLength(1);
    expect(words[0]).toMatchObject({
      original: 'I waited',
      shown: null,
      events: [{ kind: 'sent' }],
      quoted: ['I waited'],
      suggestions: [{ number: 1, decision: { verdict: 'partly' } }],
      mayAppeal: false,
    });
  });

  it('can be appealed for once, where they were rejected', async () => {
    await expect(appeal('Why?')).rejects.toMatchObject({ reason: 'panel-appeal-over' });
    await reject();
    expect(await requireOwnWord(reader, contributionId)).toMatchObject({ mayAppeal: true });
    await expect(appeal(' ')).rejects.toMatchObject({ reason: 'panel-appeal-empty' });
    const both = await Promise.allSettled([appeal('It is about the ward.'), appeal('Twice')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { events, mayAppeal } = await requireOwnWord(reader, contributionId);
    expect(events.map(({ kind }) => kind)).toEqual(['sent', 'rejected', 'appealed']);
    expect(mayAppeal).toBe(false);
  });

  it('leave every table when they are taken back; what was built on them says so', async () => {
    await reject();
    await appeal('About me');
    await Promise.all([withdrawOwn(reader, contributionId), withdrawOwn(reader, contributionId)]);
    const [row] = await getDatabase()
      .select()
      .from(contributions)
      .where(eq(contributions.id, contributionId));
    expect(row).toMatchObject({ state: 'withdrawn', text: null, value: null });
    for (const table of [
      contributionOriginals,
      contributionTranslations,
      quotes,
      suggestionContributions,
    ]) {
      const left = await getDatabase()
        .select()
        .from(table)
        .where(eq(table.contributionId, contributionId));
      expect(left).toEqual([]);
      const others = await getDatabase()
        .select()
        .from(table)
        .where(eq(table.organisationId, panel.organisationId));
      expect(others).toHaveLength(1); // the other person's
    }
    const reports = await getDatabase()
      .select()
      .from(panelReports)
      .where(eq(panelReports.id, panel.reportId));
    expect(reports[0]?.supersededOn).not.toBeNull();
    const { events } = await requireOwnWord(reader, contributionId);
    expect(events.map(({ kind }) => kind)).toEqual(['sent', 'rejected', 'appealed', 'withdrawn']);
    expect(events.every(({ note }) => note === '')).toBe(true);
    await expect(appeal('Again')).rejects.toMatchObject({ reason: 'panel-appeal-over' });
  });

  it('of somebody else are out of reach', async () => {
    const [foreign] = await getDatabase()
      .select({ id: contributions.id })
      .from(contributions)
      .where(
        and(
          eq(contributions.panelId, panel.panelId),
          eq(contributions.memberId, panel.memberIds[1]),
        ),
      );
    const id = foreign?.id ?? '';
    await expect(withdrawOwn(reader, id)).rejects.toMatchObject({ code: 'not-found' });
    const appealing = appealRejection(reader, { contributionId: id, note: 'x' });
    await expect(appealing).rejects.toMatchObject({ code: 'not-found' });
    await expect(requireOwnWord(reader, id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
