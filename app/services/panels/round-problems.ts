import type { Language, LocalText } from '#surveys/model/languages.ts';
import { languagesWithout } from './languages-without.ts';
import { similarStatements } from './similar-statements.ts';

export type RoundProblem =
  | { code: 'title' | 'intro'; language: Language }
  | { code: 'prompt' | 'statement'; language: Language; position: number }
  | {
      code:
        | 'nothing-asked'
        | 'closing-missing'
        | 'closing-past'
        | 'panel-draft'
        | 'round-open'
        | 'wave-closed';
    };

/** What a facilitator should look at before opening, and may leave as it is. */
export type RoundWarning =
  | { code: 'easy-read'; language: Language; texts: number }
  | { code: 'similar'; first: number; second: number }
  | { code: 'few-statements'; statements: number }
  | { code: 'no-words-of-people' };

type Asked = { position: number; text: LocalText; easyRead: LocalText };
type Statement = Asked & { contributionId: string | null };

/** Fewer show no pattern of agreement. */
const fewStatements = 5;

/** What stands between a draft and asking people. */
export function roundProblems(round: {
  title: LocalText;
  intro: LocalText;
  closesOn: string | null;
  prompts: readonly Asked[];
  statements: readonly Asked[];
  languages: readonly string[];
  panelState: string;
  isAnotherOpen: boolean;
  /** Of the wave whose questionnaire is asked. */
  questionnaire?: 'none' | 'open' | 'over';
  today: string;
}): RoundProblem[] {
  const { languages, prompts, statements, closesOn, questionnaire = 'none' } = round;
  const asked = prompts.length + statements.length + (questionnaire === 'none' ? 0 : 1);
  const missing = (code: 'title' | 'intro', text: LocalText) =>
    languagesWithout(text, languages).map((language) => ({ code, language }));
  const missingIn = (code: 'prompt' | 'statement', asked: readonly Asked[]) =>
    asked.flatMap(({ text }, index) =>
      languagesWithout(text, languages).map((language) => ({
        ...{ code, language, position: index + 1 },
      })),
    );
  const isPast = closesOn !== null && closesOn < round.today;
  return [
    ...(round.panelState === 'draft' ? [{ code: 'panel-draft' as const }] : []),
    ...(round.isAnotherOpen ? [{ code: 'round-open' as const }] : []),
    ...missing('title', round.title),
    ...missing('intro', round.intro),
    ...(closesOn === null ? [{ code: 'closing-missing' as const }] : []),
    ...(isPast ? [{ code: 'closing-past' as const }] : []),
    ...(asked === 0 ? [{ code: 'nothing-asked' as const }] : []),
    ...(questionnaire === 'over' ? [{ code: 'wave-closed' as const }] : []),
    ...missingIn('prompt', prompts),
    ...missingIn('statement', statements),
  ];
}

export function roundWarnings(round: {
  prompts: readonly Asked[];
  statements: readonly Statement[];
  languages: readonly Language[];
  isFirst: boolean;
}): RoundWarning[] {
  const { prompts, statements, languages } = round;
  const asked = [...prompts, ...statements];
  const easyRead = languages
    .map((language) => ({
      ...{ code: 'easy-read' as const, language },
      texts: asked.filter(({ easyRead: text }) => !text[language]?.trim()).length,
    }))
    .filter(({ texts }) => texts > 0);
  const isAllOurs = statements.every(({ contributionId }) => contributionId === null);
  return [
    ...easyRead,
    ...similarStatements(statements.map(({ text }) => text)),
    ...(statements.length > 0 && statements.length < fewStatements
      ? [{ code: 'few-statements' as const, statements: statements.length }]
      : []),
    ...(!round.isFirst && statements.length > 0 && isAllOurs
      ? [{ code: 'no-words-of-people' as const }]
      : []),
  ];
}
