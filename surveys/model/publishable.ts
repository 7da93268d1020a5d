import { lintTranslations } from '../quality/lint-translations.ts';
import { expressionReferences } from './expression-references.ts';
import type { Instrument, Rights } from './instrument.ts';
import type { Language } from './languages.ts';
import { allItems } from './text-items.ts';
import { missingWording } from './wording.ts';

export const publishingProblemCodes = [
  'no-language-chosen',
  'display-right-missing',
  'translation-right-missing',
  'licence-text-missing',
  'language-not-declared',
  'wording-incomplete',
  'wording-damaged',
  'depends-on-same-page',
] as const;
export type PublishingProblemCode = (typeof publishingProblemCodes)[number];

export type PublishingProblem = {
  code: PublishingProblemCode;
  values: Record<string, string | number>;
};

function rightsProblems(rights: Rights, isTranslated: boolean): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  const values = { holder: rights.holder };
  if (rights.displayRight === 'none') problems.push({ code: 'display-right-missing', values });
  if (isTranslated && rights.translationRight === 'none') {
    problems.push({ code: 'translation-right-missing', values });
  }
  const isLicensed = [rights.displayRight, rights.translationRight].includes('licensed');
  if (isLicensed && rights.text === undefined) {
    problems.push({ code: 'licence-text-missing', values });
  }
  return problems;
}

function languageProblems(instrument: Instrument, language: Language): PublishingProblem[] {
  const declared = instrument.versions.filter((version) => version.language === language);
  if (!declared.some(({ register }) => register === 'standard')) {
    return [{ code: 'language-not-declared', values: { language } }];
  }
  const missing = declared.flatMap(({ register }) =>
    missingWording(instrument, language, register).map((path) => ({ path, register })),
  );
  const damaged = lintTranslations(instrument, [language]).filter(
    ({ severity }) => severity === 'error',
  );
  return [
    ...missing.map((values) => ({
      code: 'wording-incomplete' as const,
      values: { language, ...values },
    })),
    ...damaged.map(({ path, code }) => ({
      code: 'wording-damaged' as const,
      values: { language, path, finding: code },
    })),
  ];
}

// Respondent pages carry no script: a question cannot appear on the page that decides about it.
function samePageProblems(instrument: Instrument): PublishingProblem[] {
  return instrument.pages.flatMap((page) =>
    allItems(instrument)
      .filter(({ id }) => page.items.includes(id))
      .filter(({ showWhen }) =>
        (showWhen ? expressionReferences(showWhen) : []).some(({ item }) =>
          page.items.includes(item),
        ),
      )
      .map(({ id }) => ({
        code: 'depends-on-same-page' as const,
        values: { item: id, page: page.id },
      })),
  );
}

/** What stands between this instrument and a study in these languages; empty when nothing does. */
export function publishingProblems(
  instrument: Instrument,
  languages: readonly Language[],
): PublishingProblem[] {
  const chosen = [...new Set(languages)];
  const isTranslated = chosen.some((language) => language !== instrument.sourceLanguage);
  return [
    ...(chosen.length === 0 ? [{ code: 'no-language-chosen' as const, values: {} }] : []),
    ...rightsProblems(instrument.rights, isTranslated),
    ...chosen.flatMap((language) => languageProblems(instrument, language)),
    ...samePageProblems(instrument),
  ];
}

/** Wording that is neither the source nor validated, and that no named person has checked. */
export function isPilotLanguage(instrument: Instrument, language: Language): boolean {
  const version = instrument.versions.find(
    (candidate) => candidate.language === language && candidate.register === 'standard',
  );
  if (version === undefined) return true;
  const isTrusted = version.origin === 'source' || version.origin === 'validated';
  return !isTrusted && version.checkedBy === undefined;
}
