import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { withdrawAll } from '#app/services/contributions/withdraw-all.server.ts';
import { withdrawContribution } from '#app/services/contributions/withdraw-contribution.server.ts';
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
import { appeal, ask, send, setUpPanel, type PanelBench } from './support/panel-bench.ts';

describeOnDatabases('taking words back', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
  });

  const system = <Result>(work: Parameters<typeof withActor<Result>>[1]) =>
    withActor({ kind: 'system', organisationId: bench.workspace.organisationId }, work);

  async function contributionOf(memberId: string) {
    const [row] = await getDatabase()
      .select()
      .from(contributions)
      .where(
        and(eq(contributions.memberId, memberId), eq(contributions.promptId, bench.panel.promptId)),
      );
    if (!row) throw new Error('each person of a filled panel has a contribution');
    return row;
  }

  async function rowsAbout(contributionId: string) {
    const tables = [
      contributionOriginals,
      contributionTranslations,
      quotes,
      suggestionContributions,
    ];
    const counts = tables.map((table) =>
      getDatabase().$count(table, eq(table.contributionId, contributionId)),
    );
    return Promise.all(counts);
  }

  it('deletes them everywhere, tells what was built on them, and leaves others’ words alone', async () => {
    const { organisationId } = bench.workspace;
    const [first, second] = bench.panel.memberIds;
    const { id: contributionId } = await contributionOf(first);
    const { id: others } = await contributionOf(second);
    expect(await rowsAbout(contributionId)).toEqual([1, 1, 1, 1]);
    const own = { organisationId, memberId: first, contributionId };
    await expect(
      system((tx) => withdrawContribution(tx, { ...own, memberId: second })),
    ).rejects.toMatchObject({ code: 'not-found' });
    const removed = await system((tx) => withdrawContribution(tx, own));
    expect(removed).toMatchObject({
      translations: 1,
      quotes: 1,
      suggestionIds: [bench.panel.suggestionId],
      reportIds: [bench.panel.reportId],
    });
    expect(await rowsAbout(contributionId)).toEqual([0, 0, 0, 0]);
    expect(await rowsAbout(others)).toEqual([1, 1, 1, 1]);
    expect(await contributionOf(first)).toMatchObject({ state: 'withdrawn', text: null });
    const [report] = await getDatabase()
      .select()
      .from(panelReports)
      .where(eq(panelReports.id, bench.panel.reportId));
    expect(report?.supersededOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    const again = await system((tx) => withdrawContribution(tx, own));
    expect(again.reportIds).toEqual([]);
    const events = await getDatabase()
      .select()
      .from(contributionEvents)
      .where(eq(contributionEvents.contributionId, contributionId));
    expect(events.map(({ kind }) => kind).sort()).toEqual(['sent', 'withdrawn']);
  });

  it('takes what the author wrote to an appeal with it, and everything of a person at once', async () => {
    const { panel } = bench;
    const [first] = panel.memberIds;
    const id = await send(panel, { text: 'I was cold', promptId: await ask(panel) });
    await appeal(panel, id, 2);
    const person = { organisationId: panel.organisationId, memberId: first };
    const removed = await system((tx) => withdrawAll(tx, person));
    expect(removed.contributions).toBe(1);
    const events = await getDatabase()
      .select()
      .from(contributionEvents)
      .where(eq(contributionEvents.contributionId, id));
    expect(events.map(({ note }) => note)).toEqual(['', '', '']);
    expect(await rowsAbout(id)).toEqual([0, 0, 0, 0]);
  });

  it('changes nothing when it cannot be finished', async () => {
    const [, second] = bench.panel.memberIds;
    const { id: contributionId } = await contributionOf(second);
    const own = {
      organisationId: bench.workspace.organisationId,
      memberId: second,
      contributionId,
    };
    const failing = system(async (tx) => {
      await withdrawContribution(tx, own);
      await withdrawContribution(tx, { ...own, contributionId: randomUUID() });
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-found' });
    expect(await rowsAbout(contributionId)).toEqual([1, 1, 1, 1]);
  });
});
