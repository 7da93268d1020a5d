import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { getDatabase, withActor } from '#app/database.server.ts';
import { withdrawContribution } from '#app/services/contributions/withdraw-contribution.server.ts';
import { publishOutcomes } from '#app/services/panels/publish-outcomes.server.ts';
import { getStart } from '#app/services/people/get-start.server.ts';
import { getThemeCheck } from '#app/services/taking-part/get-theme-check.server.ts';
import { replyToThemes } from '#app/services/taking-part/reply-to-themes.server.ts';
import { requirePanelPerson } from '#app/services/taking-part/require-panel-person.server.ts';
import { answerFlag } from '#app/services/themes/answer-flag.server.ts';
import { answerReply } from '#app/services/themes/answer-reply.server.ts';
import { closeCheck } from '#app/services/themes/close-check.server.ts';
import { getCheckPage } from '#app/services/themes/get-check-page.server.ts';
import { getFlagsPage } from '#app/services/themes/get-flags-page.server.ts';
import { getPublicReport } from '#app/services/themes/get-public-report.server.ts';
import { getReportPage } from '#app/services/themes/get-report-page.server.ts';
import { openCheck } from '#app/services/themes/open-check.server.ts';
import { publishReport } from '#app/services/themes/publish-report.server.ts';
import { raiseFlag } from '#app/services/themes/raise-flag.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { panelReports } from '#db/schema/panel-report.ts';
import { panels } from '#db/schema/panel.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { look } from '../answering/fielded.ts';
import { endRound, revisionOf } from '../support/panel-set-up.ts';
import { buildWorker } from '../results/worker-thread.ts';
import { themedRound } from './themed-round.ts';

const own = 'We asked the ward about the bed.';
const ofTaken = 'You write: “I waited for hours.” We are sorry.';
const ofAnother = 'Somebody said that they, too: i WAITED, for hours!';

describeOnDatabases('answers that repeat words which are taken back', () => {
  let facilitator: Member;
  let auditor: Member;
  let made: Awaited<ReturnType<typeof published>>;

  /** Three flags and a reply, all answered; three of the answers repeat what the first person said. */
  async function published() {
    const { round } = await themedRound(facilitator);
    const { organisationId } = facilitator;
    const { panelId, codingId, said } = round;
    const ids = { panelId, codingId };
    await endRound(facilitator, round);
    const flags = [
      { at: 0, reason: 'Too long', answer: ofTaken },
      { at: 7, reason: 'Ask again', answer: ofAnother },
      { at: 8, reason: 'She may fall', answer: own },
    ];
    for (const { at, reason, answer } of flags) {
      await raiseFlag(facilitator, { ...ids, contributionId: said[at] ?? '', reason });
      const raised = (await getFlagsPage(facilitator, ids)).flags;
      const flagId = raised.find((flag) => flag.reason === reason)?.id ?? '';
      await answerFlag(facilitator, { ...ids, flagId, answer });
    }
    await openCheck(facilitator, { ...ids, closesOn: '2099-01-01' });
    const memberId = round.people[1]?.memberId ?? '';
    const person = await requirePanelPerson({ organisationId, panelId, memberId, linkNumber: 0 });
    const reply = { verdict: 'missing', language: 'en', words: 'And why', matters: '' } as const;
    await replyToThemes(person, { codingId, ...reply });
    await closeCheck(facilitator, ids);
    const answerOne = async (answer: string) => {
      const [read] = (await getCheckPage(facilitator, ids)).replies;
      const given = { memberId, replyId: read?.id ?? '', printed: '', answer };
      await answerReply(facilitator, { ...ids, ...given });
    };
    await answerOne(ofAnother);
    await publishReport(facilitator, ids);
    const revision = await revisionOf(facilitator, panelId);
    await publishOutcomes(facilitator, { panelId, revision, isPublic: true });
    const [panel] = await getDatabase().select().from(panels).where(eq(panels.id, panelId));
    const ofCoding = eq(panelReports.codingId, codingId);
    const [report] = await getDatabase().select().from(panelReports).where(ofCoding);
    const address = { slug: panel?.slug ?? '', reportId: report?.id ?? '' };
    return { round, ids, person, answerOne, address };
  }

  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    facilitator = await createMember(workspace, 'facilitator');
    auditor = await createMember(workspace, 'auditor');
    made = await published();
  });

  const answers = async () => {
    const { content } = await getPublicReport(made.address);
    return {
      flags: content.flags.map(({ answer }) => answer).sort(),
      replies: content.check.printed.map(({ answer }) => answer),
    };
  };
  const waiting = async (member: Member) =>
    (await getStart(member, today())).find(({ kind }) => kind === 'heldAnswers');

  it('are held back everywhere at once, and others stand', async () => {
    expect(await answers()).toEqual({ flags: [ofAnother, own, ofTaken], replies: [ofAnother] });
    expect(await waiting(facilitator)).toBeUndefined();
    const { organisationId } = facilitator;
    const { said, people } = made.round;
    await withActor({ kind: 'system', organisationId }, (tx) =>
      withdrawContribution(tx, {
        ...{ organisationId, contributionId: said[0] ?? '', memberId: people[0]?.memberId ?? '' },
      }),
    );
    expect(await answers()).toEqual({ flags: [null, null, own].sort(), replies: [null] });
    const check = await getThemeCheck(made.person, made.ids.codingId);
    expect(check.reply).toMatchObject({ answer: null, heldOn: today() });
    for (const table of ['theme_flags', 'theme_replies', 'panel_reports']) {
      const repeated = sql`select 1 from ${sql.identifier(table)} t
        where organisation_id = ${organisationId} and t::text ilike '%waited%'`;
      expect(await look(repeated)).toEqual([]);
    }
  });

  it('wait for who may write them, with the way to them and without the words', async () => {
    const { panelId, codingId } = made.ids;
    expect(await waiting(facilitator)).toEqual({
      ...{ kind: 'heldAnswers', count: 2 },
      href: `/panels/${panelId}/themes/${codingId}/flags`,
    });
    expect(await waiting(auditor)).toBeUndefined();
    const { flags } = await getFlagsPage(facilitator, made.ids);
    expect(flags.map(({ reason, heldOn }) => [reason, heldOn]).sort()).toEqual([
      ['Ask again', today()],
      ['She may fall', null],
    ]);
    const { replies } = await getCheckPage(facilitator, made.ids);
    expect(replies).toMatchObject([{ answer: null, heldOn: today() }]);
    const { problems } = await getReportPage(facilitator, { ...made.ids, number: null });
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['reply-unanswered', 'flag-unanswered']),
    );
  });

  it('are read again once they are written anew; to what was taken back nothing is answered', async () => {
    const { flags } = await getFlagsPage(facilitator, made.ids);
    const flagId = flags.find(({ heldOn }) => heldOn !== null)?.id ?? '';
    await answerFlag(facilitator, { ...made.ids, flagId, answer: 'We ask again.' });
    await made.answerOne('We write why.');
    expect(await answers()).toEqual({
      ...{ flags: [null, 'We ask again.', own].sort(), replies: ['We write why.'] },
    });
    expect(await waiting(facilitator)).toBeUndefined();
    const check = await getThemeCheck(made.person, made.ids.codingId);
    expect(check.reply).toMatchObject({ answer: 'We write why.', heldOn: null });
  });
});
