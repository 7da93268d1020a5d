import { languageSchema } from '#surveys/model/languages.ts';
import type { Coding } from '#db/queries/coding.server.ts';
import { replyVerdicts, type ReplyVerdict } from '#db/schema/theme-check.ts';
import { attuneVersion } from '../../version.ts';
import { contentHash } from '../content-hash.server.ts';
import { shownCount } from '../panels/shown-count.ts';
import type { Panel } from '../panels/read-panel.server.ts';
import { agreementOf } from './agreement-of.ts';
import type { People } from './bands-of-theme.ts';
import { computeThemes } from './compute-themes.server.ts';
import type { ThemeReportContent } from './report-content.ts';
import { reasonLeftOut } from './reason-left-out.ts';
import { hashedInputs, type ReportInputs } from './report-inputs.ts';
import { peopleOf } from './theme-words.ts';
import type { DescribedTheme } from './themes-of-report.ts';

/** A report before the words of its themes are kept as quotes. */
export type DescribedReport = Omit<ThemeReportContent, 'themes'> & { themes: DescribedTheme[] };

function describeCheck(
  { replies }: ReportInputs,
  { coding, minimum }: { coding: Coding; minimum: number },
): ThemeReportContent['check'] {
  const count = (verdict: ReplyVerdict) => {
    const { length } = replies.filter((reply) => reply.verdict === verdict);
    // What is not a yes is answered below one by one, so that anybody could count it.
    return verdict === 'yes' ? shownCount(length, minimum) : { count: length };
  };
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
  const reasons = inputs.texts.map(reasonLeftOut(inputs));
  const withoutContent = reasons.filter((reason) => reason === 'without-content').length;
  const left = reasons.filter((reason) => reason !== null).length;
  const people = peopleOf(inputs.texts).size;
  return {
    ...{ contributions: inputs.texts.length, withTheme: inputs.texts.length - left },
    ...{ withoutContent, unassigned: left - withoutContent, people: shownCount(people, minimum) },
  };
}

/** All that a report says, from what was read for it; no transaction is open meanwhile. */
export async function describeReport(
  inputs: ReportInputs,
  { coding, panel, people }: { coding: Coding; panel: Panel; people: People },
): Promise<DescribedReport> {
  const minimum = panel.minimumGroup;
  const { themes, topConcerns } = await computeThemes({ inputs, people, minimum });
  return {
    ...{ report: 'themes', title: coding.title, roundNumber: coding.roundNumber },
    ...(coding.source === 'survey' ? { source: 'survey' as const } : {}),
    version: attuneVersion,
    languages: panel.languages.map((tag) => languageSchema.parse(tag)),
    ...{ minimumGroup: minimum, codebookVersion: coding.version },
    inputsHash: contentHash(hashedInputs(inputs, { coding, panel, people })),
    coverage: describeCoverage(inputs, minimum),
    ...{ themes, topConcerns },
    ...{ acceptance: inputs.acceptance, agreement: agreementOf(inputs.doubles) },
    flags: inputs.flags.map(({ id, isByPerson, answer }) => ({
      ...{ id, byPerson: isByPerson !== null, answer: answer ?? '' },
    })),
    check: describeCheck(inputs, { coding, minimum }),
  };
}
