import type { Acceptance, Assignment } from '#db/queries/code-assignment.server.ts';
import type { Code } from '#db/queries/codebook.server.ts';
import type { CodedText, Coding } from '#db/queries/coding.server.ts';
import type { DoubleReading } from '#db/queries/double-reading.server.ts';
import type { Reply } from '#db/queries/theme-check.server.ts';
import type { Theme } from '#db/queries/theme.server.ts';
import type { People } from './bands-of-theme.ts';

/** Everything that a theme report is made of. */
export type ReportInputs = {
  texts: readonly CodedText[];
  codes: readonly Code[];
  themes: readonly Theme[];
  assignments: readonly Assignment[];
  acceptance: Acceptance;
  doubles: readonly DoubleReading[];
  flags: readonly {
    id: string;
    contributionId: string;
    isByPerson: string | null;
    reason: string;
    answer: string | null;
  }[];
  replies: readonly Reply[];
};

/** What a report is made of beside that. */
export type ReportFrame = {
  coding: Pick<Coding, 'version' | 'source' | 'checkOpenedOn' | 'checkClosedOn'>;
  panel: { minimumGroup: number; languages: readonly string[] };
  people: People;
};

/** What the hash of a report's inputs is made of: from what has the same one comes the same report. */
export function hashedInputs(inputs: ReportInputs, { coding, panel, people }: ReportFrame) {
  const { version, source, checkOpenedOn, checkClosedOn } = coding;
  return {
    coding: { version, source, checkOpenedOn, checkClosedOn },
    panel: { minimum: panel.minimumGroup, languages: panel.languages },
    texts: inputs.texts
      .map(({ id, text, language, memberId, quoteConsentId }) => [
        ...[id, language, text, memberId, quoteConsentId],
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    codes: inputs.codes.map(({ id, name, themeId, against, mergedInto, retired }) => [
      ...[id, name, themeId, against, mergedInto, retired],
    ]),
    themes: inputs.themes.map(({ id, title, summary }) => ({ id, title, summary })),
    assignments: inputs.assignments
      .filter(({ origin }) => origin !== 'suggested')
      .map(({ contributionId, codeId, start, end }) => [contributionId, codeId, start, end].join())
      .sort(),
    acceptance: inputs.acceptance,
    doubles: inputs.doubles.map(({ contributionId, firstCodes, secondCodes, decidedCodes }) => ({
      ...{ contributionId, firstCodes, secondCodes, decidedCodes },
    })),
    flags: inputs.flags.map(({ id, isByPerson, answer }) => [id, isByPerson !== null, answer]),
    replies: inputs.replies.map(({ id, verdict, language, printed, answer }) => [
      ...[id, verdict, language, printed !== null, answer],
    ]),
    strata: people.strata.map(({ id, question, bands }) => ({ id, question, bands })),
    people: [...people.bands].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
