import { randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { countAcceptance } from '#db/queries/code-assignment.server.ts';
import { shareCodedTexts, type Coding } from '#db/queries/coding.server.ts';
import { listPeopleWithBands } from '#db/queries/panel-band.server.ts';
import { listStrata } from '#db/queries/panel-stratum.server.ts';
import { insertQuote } from '#db/queries/quotable-words.server.ts';
import { insertThemeReport, supersedeThemeReports } from '#db/queries/theme-report.server.ts';
import { replyVerdicts } from '#db/schema/theme-check.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { isWithoutContent } from '#analysis/themes/text/is-without-content.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { attuneVersion } from '../../version.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { shownCount } from '../panels/shown-count.ts';
import { agreementOf } from './agreement-of.ts';
import type { People } from './bands-of-theme.server.ts';
import { changeCoding, type CodingIds, type Of } from './coding-access.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { describeThemes } from './describe-themes.server.ts';
import type { ReportedTheme, ThemeReportContent } from './report-content.ts';
import { hashedInputs, type ReportInputs } from './report-inputs.ts';
import { reportProblems } from './report-problems.ts';
import { contributionsWithTheme, peopleOf, type Words } from './theme-words.ts';
import { topConcerns } from './top-concerns.server.ts';

/** What people said of themselves is counted by the system: members have no grant on it. */
async function readPeople(of: Of): Promise<People> {
  const system = { kind: 'system', organisationId: of.organisationId } as const;
  return withActor(system, async (tx) => ({
    strata: await listStrata(tx, of),
    bands: await listPeopleWithBands(tx, of),
  }));
}

async function quoteAll(tx: Transaction, of: Of, all: readonly Words[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { contributionId, memberId, consentId, start, end } of all) {
    if (consentId === null) continue;
    const { organisationId, panelId } = of;
    const span = { contributionId, memberId, consentId, start, end };
    ids.push(await insertQuote(tx, { organisationId, panelId, ...span }));
  }
  return ids;
}

async function reportThemes(
  tx: Transaction,
  of: Of,
  { inputs, people, minimum }: { inputs: ReportInputs; people: People; minimum: number },
): Promise<ReportedTheme[]> {
  const themes: ReportedTheme[] = [];
  for (const { quotes, edge, dissent, ...theme } of describeThemes(inputs, people, minimum)) {
    const quoteIds = await quoteAll(tx, of, quotes);
    const edgeIds = await quoteAll(tx, of, edge);
    themes.push({ ...theme, quoteIds, edgeIds, dissentIds: await quoteAll(tx, of, dissent) });
  }
  return themes;
}

function describeCheck(
  { replies }: ReportInputs,
  { coding, minimum }: { coding: Coding; minimum: number },
): ThemeReportContent['check'] {
  const count = (verdict: string) =>
    shownCount(replies.filter((reply) => reply.verdict === verdict).length, minimum);
  return {
    openedOn: coding.checkOpenedOn ?? '',
    closedOn: coding.checkClosedOn ?? '',
    replies: Object.fromEntries(
      replyVerdicts.map((verdict) => [verdict, count(verdict)]),
    ) as ThemeReportContent['check']['replies'],
    printed: replies.flatMap(({ id, verdict, language, printed, answer }) =>
      answer === null
        ? []
        : [{ verdict, language, id: printed === null ? null : id, replyId: id, answer }],
    ),
  };
}

function describeCoverage(inputs: ReportInputs, minimum: number): ThemeReportContent['coverage'] {
  const themed = contributionsWithTheme(inputs);
  const rest = inputs.texts.filter(({ id }) => !themed.has(id));
  const empty = rest.filter(({ text, language }) => isWithoutContent(text, language)).length;
  const people = peopleOf(inputs.texts).size;
  return {
    ...{ contributions: inputs.texts.length, withTheme: themed.size, withoutContent: empty },
    ...{ unassigned: rest.length - empty, people: shownCount(people, minimum) },
  };
}

async function describe(
  tx: Transaction,
  of: Of,
  {
    inputs,
    coding,
    panel,
    people,
  }: {
    inputs: ReportInputs;
    coding: Coding;
    panel: Panel;
    people: People;
  },
): Promise<ThemeReportContent> {
  const minimum = panel.minimumGroup;
  const isOfSurvey = coding.source === 'survey';
  // What people of the panel said of themselves says nothing of those who answered a survey.
  const known: People = isOfSurvey ? { strata: [], bands: [] } : people;
  return {
    ...{ report: 'themes', title: coding.title, roundNumber: coding.roundNumber },
    ...(isOfSurvey ? { source: 'survey' as const } : {}),
    version: attuneVersion,
    languages: panel.languages.map((tag) => languageSchema.parse(tag)),
    ...{ minimumGroup: minimum, codebookVersion: coding.version },
    inputsHash: contentHash(hashedInputs(inputs)),
    coverage: describeCoverage(inputs, minimum),
    themes: await reportThemes(tx, of, { inputs, people: known, minimum }),
    topConcerns: topConcerns(inputs, known, minimum),
    acceptance: await countAcceptance(tx, of),
    agreement: agreementOf(inputs.doubles),
    flags: inputs.flags.map(({ id, isByPerson, answer }) => ({
      ...{ id, byPerson: isByPerson !== null, answer: answer ?? '' },
    })),
    check: describeCheck(inputs, { coding, minimum }),
  };
}

/**
 * Publishes the themes of a round as a frozen report. It is refused while anything is open: a flag or a
 * reply without an answer, a theme without words that may be quoted, two readers who differ.
 */
export async function publishReport(member: Member, ids: CodingIds): Promise<{ number: number }> {
  const change = { ...ids, permission: 'panel-reports.publish' } as const;
  const people = await readPeople({ organisationId: member.organisationId, ...ids });
  return changeCoding(member, change, async (tx, { of, coding, panel }) => {
    const inputs = await collectInputs(tx, of, shareCodedTexts);
    const [problem] = reportProblems(inputs, { coding, panel });
    if (problem) throw new ServiceError('illegal-state', 'report-not-ready');
    const content = await describe(tx, of, { inputs, coding, panel, people });
    const on = today();
    await supersedeThemeReports(tx, { ...of, on });
    const number = await insertThemeReport(tx, {
      ...{ ...of, reportId: randomUUID(), content, contentHash: contentHash(content) },
      ...{ publishedOn: on, publishedBy: member.userId },
      contributionIds: inputs.texts.map(({ id }) => id),
    });
    await auditPanel(tx, member, {
      action: 'themes.report-published',
      panelId: ids.panelId,
      detail: { number },
    });
    return { number };
  });
}
