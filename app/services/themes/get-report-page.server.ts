import type { Member } from '#db/actor.server.ts';
import { listPrintedReplies } from '#db/queries/theme-check.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { contentHash } from '../content-hash.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { whyNoWords } from './coded-words.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { compareReport, type ReportPart } from './compare-report.ts';
import { describeReport } from './describe-report.server.ts';
import { readPeople } from './read-people.server.ts';
import { readQuotes } from './read-quotes.server.ts';
import type { ThemeReportContent } from './report-content.ts';
import { hashedInputs, type ReportInputs } from './report-inputs.ts';
import { reasonLeftOut } from './reason-left-out.ts';
import { reportProblems } from './report-problems.ts';
import { withVersions } from './with-versions.ts';

type Asked = {
  number: number | null;
  /** It is computed again for who may publish and asks. */
  compare?: boolean;
};

/** What would stand in the next report, and what was left unread, for who is about to publish it. */
function aheadOf(inputs: ReportInputs) {
  const reasonOf = reasonLeftOut(inputs);
  return {
    ...{ themes: inputs.themes.map(({ title }) => title), flags: inputs.flags.length },
    replies: inputs.replies.length,
    unread: inputs.texts.filter((text) => reasonOf(text) === 'uncoded').length,
    toReadAgain: inputs.doubles.filter(({ doneOn }) => doneOn === null).length,
  };
}

/** The published report of a coding, and what still stands in the way of the next one. */
export async function getReportPage(
  member: Member,
  { number, compare = false, ...ids }: CodingIds & Asked,
) {
  const page = await readCoding(member, ids, async (tx, { of, coding, panel }) => {
    const inputs = await collectInputs(tx, of);
    const reports = withVersions(await listThemeReports(tx, of)).filter(
      ({ codingId }) => codingId === ids.codingId,
    );
    const report = reports.find((one) => number === null || one.number === number);
    const content = (report?.content ?? null) as ThemeReportContent | null;
    return {
      ...{ of, panel, inputs, reports },
      replies: await listPrintedReplies(tx, of),
      problems: reportProblems(inputs, { coding, panel }),
      kept:
        report && content ? { report, content, quotes: await readQuotes(tx, of, content) } : null,
    };
  });
  const { frame, coding, panel, inputs, kept } = page;
  const people = kept ? await readPeople(page.of, coding) : { strata: [], bands: [] };
  const reasons = inputs.flags.map(({ id, reason }) => ({ id, words: reason }));
  const context = { coding, panel, people };
  const differing: ReportPart[] | null =
    kept && compare && frame.may.publish
      ? compareReport(kept, await describeReport(inputs, context))
      : null;
  return {
    ...{ frame, coding, problems: page.problems, ahead: aheadOf(inputs) },
    isPublic: panel.outcomesPublishedOn !== null,
    noWords: whyNoWords(inputs, panel.minimumGroup),
    minimum: panel.minimumGroup,
    versions: page.reports.map((one) => ({
      ...{ id: one.id, number: one.number, version: one.version },
      ...{ publishedOn: one.publishedOn, supersededOn: one.supersededOn },
    })),
    report: kept
      ? {
          ...{ id: kept.report.id, number: kept.report.number, version: kept.report.version },
          ...{ publishedOn: kept.report.publishedOn, supersededOn: kept.report.supersededOn },
          content: kept.content,
          isSame: contentHash(hashedInputs(inputs, context)) === kept.content.inputsHash,
          ...{ differing, quotes: kept.quotes, printed: [...page.replies, ...reasons] },
        }
      : null,
  };
}

export type ReportPage = Awaited<ReturnType<typeof getReportPage>>;
