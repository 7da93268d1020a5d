import type { Coding } from '#db/queries/coding.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { languagesWithout } from '../panels/languages-without.ts';
import { differ } from './agreement-of.ts';
import type { ReportInputs } from './report-inputs.ts';
import { mayBeQuoted, wordsOfThemes } from './theme-words.ts';

export const reportProblemCodes = [
  'round-open',
  'no-themes',
  'theme-untranslated',
  'theme-without-quote',
  'disagreement-undecided',
  'check-not-opened',
  'check-not-closed',
  'reply-unanswered',
  'flag-unanswered',
] as const;
export type ReportProblem = {
  code: (typeof reportProblemCodes)[number];
  count: number;
  /** Titles of the themes concerned. */
  themes: LocalText[];
};

type Panel = { languages: readonly string[] };

function themeProblems(inputs: ReportInputs, { languages }: Panel): ReportProblem[] {
  const words = new Map(wordsOfThemes(inputs).map(({ id, inFavour }) => [id, inFavour]));
  const untold = inputs.themes.filter(
    ({ title, summary }) =>
      languagesWithout(title, languages).length + languagesWithout(summary, languages).length > 0,
  );
  const bare = inputs.themes.filter(({ id }) => !(words.get(id) ?? []).some(mayBeQuoted));
  const named = (code: ReportProblem['code'], all: ReportInputs['themes']) =>
    all.length === 0 ? [] : [{ code, count: all.length, themes: all.map(({ title }) => title) }];
  return [
    ...(inputs.themes.length === 0 ? [{ code: 'no-themes' as const, count: 0, themes: [] }] : []),
    ...named('theme-untranslated', untold),
    ...named('theme-without-quote', bare),
  ];
}

/** What must be done before people are asked whether the themes are right. */
export function checkProblems(inputs: ReportInputs, panel: Panel): ReportProblem[] {
  return themeProblems(inputs, panel);
}

/** What must be done before a report is published. */
export function reportProblems(
  inputs: ReportInputs,
  { coding, panel }: { coding: Coding; panel: Panel },
): ReportProblem[] {
  const many = (code: ReportProblem['code'], count: number): ReportProblem[] =>
    count === 0 ? [] : [{ code, count, themes: [] }];
  return [
    ...many('round-open', coding.roundState === 'closed' ? 0 : 1),
    ...themeProblems(inputs, panel),
    ...many(
      'disagreement-undecided',
      inputs.doubles.filter((one) => differ(one) && one.decidedCodes === null).length,
    ),
    // Who answered a survey cannot be asked: the report says so.
    ...many('check-not-opened', coding.source === 'panel' && coding.checkOpenedOn === null ? 1 : 0),
    ...many(
      'check-not-closed',
      coding.checkOpenedOn !== null && coding.checkClosedOn === null ? 1 : 0,
    ),
    ...many(
      'reply-unanswered',
      inputs.replies.filter(({ verdict, answer }) => verdict !== 'yes' && answer === null).length,
    ),
    ...many('flag-unanswered', inputs.flags.filter(({ answer }) => answer === null).length),
  ];
}
