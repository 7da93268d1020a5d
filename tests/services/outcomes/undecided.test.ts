import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { getDatabase } from '#app/database.server.ts';
import { addSuggestion } from '#app/services/outcomes/add-suggestion.server.ts';
import { decideSuggestion } from '#app/services/outcomes/decide-suggestion.server.ts';
import { editSuggestion } from '#app/services/outcomes/edit-suggestion.server.ts';
import { getSuggestion } from '#app/services/outcomes/get-suggestion.server.ts';
import { removeSuggestion } from '#app/services/outcomes/remove-suggestion.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { auditEntries } from '#db/schema/audit.ts';
import { contributions } from '#db/schema/contribution.ts';
import { quotes } from '#db/schema/quote.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { addPerson, openChannel } from '../support/panel-people.ts';
import { openedPanel, openedRound } from '../support/panel-set-up.ts';

const both = (text: string) => ({ en: text, kk: `${text} (kk)` });

describeOnDatabases('a suggestion on which nobody has decided', () => {
  let facilitator: Member;
  let chair: Member;
  let panelId: string;
  let suggestionId: string;

  beforeEach(async () => {
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    chair = await createMember(workspace, 'board-chair');
    ({ panelId } = await openedPanel(facilitator));
    const { organisationId } = facilitator;
    const round = { organisationId, ...(await openedRound(facilitator, panelId)) };
    const { contributionId } = await addPerson(round, await openChannel(round), {
      ...{ number: 1, text: 'The alarm woke me up at night.' },
    });
    ({ suggestionId } = await addSuggestion(facilitator, {
      ...{ panelId, text: both('Make alarms louder') },
      contributions: [{ contributionId, quote: 'woke me up' }],
    }));
  });

  const name = () => ({ panelId, suggestionId });
  const edit = (revision: number, text = both('Make alarms quieter'), by = facilitator) =>
    editSuggestion(by, { ...name(), revision, text });
  const remove = (revision: number, by = facilitator) =>
    removeSuggestion(by, { ...name(), revision });
  const decide = (revision: number) =>
    decideSuggestion(facilitator, {
      ...{ ...name(), revision, verdict: 'accepted', reason: both('Yes') },
      ...{ decidedBy: 'The board', decidedOn: today() },
    });
  const lastEntry = async () => {
    const [entry] = await getDatabase()
      .select({ action: auditEntries.action, detail: auditEntries.detail })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, panelId))
      .orderBy(desc(auditEntries.number))
      .limit(1);
    return entry;
  };
  const quotesLeft = () => getDatabase().$count(quotes, and(eq(quotes.panelId, panelId)));

  it('is corrected; how it read before stays in the trail', async () => {
    await edit(1);
    const { outcome, mayEdit } = await getSuggestion(facilitator, name());
    expect(outcome.text).toEqual(both('Make alarms quieter'));
    expect(outcome.quotes).toHaveLength(1);
    expect(mayEdit).toBe(true);
    expect(await lastEntry()).toEqual({
      action: 'suggestion.edited',
      detail: { number: 1, before: both('Make alarms louder') },
    });
    await expect(edit(2, { en: 'X', kk: '' })).rejects.toMatchObject({
      reason: 'suggestion-words-missing',
    });
  });

  it('is removed with its quotes; what people said stays', async () => {
    await remove(1);
    await expect(getSuggestion(facilitator, name())).rejects.toMatchObject({ code: 'not-found' });
    expect(await quotesLeft()).toBe(0);
    const ofPanel = eq(contributions.panelId, panelId);
    const said = await getDatabase().select().from(contributions).where(ofPanel);
    expect(said).toMatchObject([{ state: 'accepted' }]);
    expect(await lastEntry()).toMatchObject({ action: 'suggestion.removed' });
  });

  it('is changed by one of two at once; the other is told which revision there is', async () => {
    const both = await Promise.allSettled([edit(1), remove(1), decide(1)]);
    const won = both.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const outcome of both) {
      if (outcome.status === 'fulfilled') continue;
      expect(['suggestion-changed', 'not-found']).toContain(
        (outcome.reason as { reason: string }).reason,
      );
    }
  });

  it('keeps its words once somebody has decided', async () => {
    await decide(1);
    const refused = { reason: 'suggestion-decided' };
    await expect(edit(2)).rejects.toMatchObject(refused);
    await expect(remove(2)).rejects.toMatchObject(refused);
    const { outcome, mayEdit, revision } = await getSuggestion(facilitator, name());
    expect(outcome.text).toEqual(both('Make alarms louder'));
    expect([mayEdit, revision]).toEqual([false, 2]);
  });

  it('is not changed by who decides', async () => {
    await expect(edit(1, both('X'), chair)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(remove(1, chair)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getSuggestion(chair, name())).mayEdit).toBe(false);
  });
});
