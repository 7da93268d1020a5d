import type { Member } from '#db/actor.server.ts';
import { listFlags } from '#db/queries/theme-check.server.ts';
import { listThemeReports } from '#db/queries/theme-report.server.ts';
import { contentHash } from '../content-hash.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { readQuotes } from './read-quotes.server.ts';
import { printedWords } from './printed-words.ts';
import type { ThemeReportContent } from './report-content.ts';
import { hashedInputs } from './report-inputs.ts';
import { reportProblems } from './report-problems.ts';

/** The published report of a coding, and what still stands in the way of the next one. */
export async function getReportPage(
  member: Member,
  { number, ...ids }: CodingIds & { number: number | null },
) {
  return readCoding(member, ids, async (tx, { of, coding, panel }) => {
    const inputs = await collectInputs(tx, of);
    const reports = (await listThemeReports(tx, of)).filter(
      ({ codingId }) => codingId === ids.codingId,
    );
    const report = reports.find((one) => number === null || one.number === number);
    const content = (report?.content ?? null) as ThemeReportContent | null;
    const now = contentHash(hashedInputs(inputs));
    return {
      problems: reportProblems(inputs, { coding, panel }),
      flags: (await listFlags(tx, of)).length,
      versions: reports.map((one) => ({
        ...{ number: one.number, publishedOn: one.publishedOn, supersededOn: one.supersededOn },
      })),
      report:
        report && content
          ? {
              ...{ number: report.number, publishedOn: report.publishedOn, content },
              ...{ supersededOn: report.supersededOn, contentHash: report.contentHash },
              isSame: now === content.inputsHash,
              quotes: await readQuotes(tx, of, content),
              printed: printedWords(inputs),
            }
          : null,
    };
  });
}

export type ReportPage = Awaited<ReturnType<typeof getReportPage>>;
