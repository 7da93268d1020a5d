import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { listCitableMargins } from '#app/services/panel-jobs/list-citable-margins.server.ts';
import { listJobs } from '#app/services/panel-jobs/list-jobs.server.ts';
import { getPanelOverview } from '#app/services/panels/get-panel-overview.server.ts';
import { getRound } from '#app/services/panels/get-round.server.ts';
import { listPanelRounds } from '#app/services/panels/list-panel-rounds.server.ts';
import { repeatDraw } from '#app/services/recruitment/repeat-draw.server.ts';
import { defaultConsent } from '#app/services/studies/default-consent/default-consent.ts';
import type { Member } from '#db/actor.server.ts';
import { contributionOriginals, contributions } from '#db/schema/contribution.ts';
import { memberships } from '#db/schema/membership.ts';
import { organisations } from '#db/schema/organisation.ts';
import { panelMembers } from '#db/schema/panel-member.ts';
import { panelPayments } from '#db/schema/panel-payment.ts';
import { panelRatings } from '#db/schema/panel-round.ts';
import { panels } from '#db/schema/panel.ts';
import { quotes } from '#db/schema/quote.ts';
import { demoSlug } from '#db/seed/demo-organisation.ts';
import { demoQuestionnaire, demoQuestionnaireTitle } from '#db/seed/panel/questionnaire.ts';
import { demoSurvey } from '#db/seed/panel/survey-questionnaire.ts';
import { demoPanelSlug } from '#db/seed/panel/set-up-texts.ts';
import { seedDemoPanel } from '#db/seed/panel/seed-demo-panel.server.ts';
import { seedDemo } from '#db/seed/seed-demo.server.ts';
import { instrumentSchema } from '#surveys/model/instrument.ts';
import { parseInstrument } from '#surveys/model/parse-instrument.ts';
import { publishingProblems } from '#surveys/model/publishable.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';

describeOnDatabases('the panel of the demo', () => {
  let facilitator: Member;
  let panelId: string;
  let isNew: boolean[];

  beforeAll(async () => {
    await buildWorker();
    const today = new Date();
    const consent = defaultConsent('anonymous-linked');
    await seedDemo(getDatabase(), { password: 'a long enough password', today, consent });
    isNew = [await seedDemoPanel(getDatabase(), today), await seedDemoPanel(getDatabase(), today)];
    await withActor({ kind: 'system', organisationId: null }, async (tx) => {
      const [organisation] = await tx
        .select()
        .from(organisations)
        .where(eq(organisations.slug, demoSlug));
      const organisationId = organisation?.id ?? '';
      const [member] = await tx
        .select()
        .from(memberships)
        .where(
          and(eq(memberships.organisationId, organisationId), eq(memberships.role, 'facilitator')),
        );
      const userId = member?.userId ?? '';
      facilitator = { kind: 'member', organisationId, userId, role: 'facilitator', siteIds: null };
      const [panel] = await tx.select().from(panels).where(eq(panels.slug, demoPanelSlug));
      panelId = panel?.id ?? '';
    });
  }, 120_000);

  const inPanel = <Row>(
    work: (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<Row>,
  ) => withActor({ kind: 'system', organisationId: facilitator.organisationId }, work);

  it('is made once, in an organisation that is marked as made up', () => {
    expect(isNew).toEqual([true, false]);
  });

  it('lacks nothing that a panel needs, in three languages', async () => {
    const { problems, frame, people } = await getPanelOverview(facilitator, { panelId });
    expect(problems).toEqual([]);
    expect(frame.languages).toEqual(['en', 'kk', 'ar']);
    expect(people).toEqual({ count: 15 });
    const { rounds } = await listPanelRounds(facilitator, { panelId });
    expect(rounds.map(({ state, source }) => `${source} ${state}`)).toEqual([
      ...['panel open', 'panel closed', 'survey open'],
    ]);
    const asked = [];
    for (const { id: roundId } of rounds) {
      const { problems: lacking, questionnaire } = await getRound(facilitator, {
        panelId,
        roundId,
      });
      expect(lacking).toEqual([]);
      asked.push(questionnaire?.title['en']);
    }
    expect(asked).toEqual([demoQuestionnaireTitle.en, undefined, undefined]);
    expect(instrumentSchema.safeParse(demoQuestionnaire).success).toBe(true);
  });

  it('was drawn as the product draws: the draw can be repeated', async () => {
    expect(await repeatDraw(facilitator, { panelId, number: 1 })).toBe('same');
    const selected = await inPanel((tx) =>
      tx
        .select({ language: panelMembers.language })
        .from(panelMembers)
        .where(and(eq(panelMembers.panelId, panelId), eq(panelMembers.state, 'active'))),
    );
    const of = (tag: string) => selected.filter(({ language }) => language === tag).length;
    expect([of('en'), of('kk'), of('ar')]).toEqual([5, 5, 5]);
  });

  it('has words in every state, one of them told to a scribe', async () => {
    const rows = await inPanel((tx) =>
      tx.select().from(contributions).where(eq(contributions.panelId, panelId)),
    );
    expect(new Set(rows.map(({ state }) => state))).toEqual(
      new Set(['received', 'redacted', 'accepted', 'rejected', 'withdrawn']),
    );
    expect(rows.filter(({ scribe }) => scribe !== null)).toHaveLength(1);
    const shown = rows.flatMap(({ text }) => text ?? []).join('\n');
    expect(shown).not.toContain('Margaret');
    expect(shown).not.toContain('07700');
  });

  it('quotes nobody who did not agree, and counts no fewer than its minimum', async () => {
    const quoted = await inPanel((tx) =>
      tx
        .select({ state: contributions.state })
        .from(quotes)
        .innerJoin(contributions, eq(contributions.id, quotes.contributionId))
        .where(eq(quotes.panelId, panelId)),
    );
    expect(quoted.length).toBeGreaterThan(2);
    expect(new Set(quoted.map(({ state }) => state))).toEqual(new Set(['accepted']));
    const ratings = await inPanel((tx) =>
      tx.$count(panelRatings, eq(panelRatings.panelId, panelId)),
    );
    expect(ratings).toBeGreaterThanOrEqual(5);
    const states = await inPanel((tx) =>
      tx
        .selectDistinct({ state: panelPayments.state })
        .from(panelPayments)
        .where(inArray(panelPayments.panelId, [panelId])),
    );
    expect(states).toHaveLength(4);
  });

  it('reads what a survey’s people wrote, of whom nobody knows who they are', async () => {
    const parsed = parseInstrument(demoSurvey);
    expect(parsed.ok ? [] : parsed.issues).toEqual([]);
    expect(publishingProblems(demoSurvey, ['en', 'kk', 'ar'])).toEqual([]);
    const rows = await inPanel((tx) =>
      tx
        .select({ contribution: contributions, original: contributionOriginals })
        .from(contributions)
        .innerJoin(
          contributionOriginals,
          eq(contributionOriginals.contributionId, contributions.id),
        )
        .where(and(eq(contributions.panelId, panelId), eq(contributions.source, 'survey'))),
    );
    expect(rows).toHaveLength(40);
    const states = new Set(rows.map(({ contribution }) => contribution.state));
    expect(states).toEqual(new Set(['received', 'redacted', 'accepted']));
    expect(new Set(rows.map(({ contribution }) => contribution.memberId))).toEqual(new Set([null]));
    for (const { contribution, original } of rows) {
      const hidden = original.spans.map(({ start, end }) => original.text.slice(start, end));
      for (const words of hidden) expect(contribution.text ?? '').not.toContain(words);
    }
    expect(rows.filter(({ original }) => original.spans.length > 0)).toHaveLength(2);
  });

  it('has done two jobs, one of which a plan can cite', async () => {
    const { jobs } = await listJobs(facilitator, { panelId });
    expect(jobs.map(({ report }) => report !== null)).toEqual([true, true]);
    expect(await listCitableMargins(facilitator)).toMatchObject([
      { people: 8, median: 4.5, middleHalf: [2.5, 5] },
    ]);
  });
});
