import { missingCode, missingReasons } from '#surveys/model/answers.ts';
import { staffCovariates } from '#surveys/model/covariates.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { languageNames, toLanguage } from '../../i18n/locales.ts';
import type { ResultsStudy } from '#db/queries/results-study.server.ts';
import type { Target } from './mapping.ts';

export type Choice = {
  /** What the mapping stores. */
  value: string;
  /** Words by which a cell is known without being asked, in lower case. */
  known: readonly string[];
  /** A missing reason's choice has none; the page says it. */
  label: LocalText | string | null;
};

const wordsOf = (text: LocalText) => Object.values(text).map((word) => word.toLowerCase());

/** Groups of cells that share one meaning: all items of an option set, all sites, … */
export function valueGroupOf(study: ResultsStudy, target: Target): string | null {
  if (target === 'ignore' || target === 'day') return null;
  if (!target.startsWith('item:')) return target;
  const item = study.instrument.items.find(({ id }) => `item:${id}` === target);
  return item ? `options:${item.optionSet}` : null;
}

function optionChoices(study: ResultsStudy, optionSetId: string): Choice[] {
  const options = study.instrument.optionSets.find(({ id }) => id === optionSetId)?.options ?? [];
  return [
    ...options.map(({ code, label }) => ({
      value: String(code),
      known: [String(code), ...wordsOf(label)],
      label: label,
    })),
    ...missingReasons.map((reason) => ({
      value: String(missingCode(reason)),
      known: [String(missingCode(reason)), ...(reason === 'skipped' ? [''] : [])],
      label: null,
    })),
  ];
}

/** What the cells of a group can stand for. */
export function choicesOf(study: ResultsStudy, group: string): Choice[] {
  if (group.startsWith('options:')) return optionChoices(study, group.slice('options:'.length));
  switch (group) {
    case 'site':
      return study.sites.map(({ id, name }) => ({
        value: id,
        known: [id, name.toLowerCase()],
        label: name,
      }));
    case 'language':
      return study.languages.map((tag) => {
        const name = languageNames[toLanguage(tag)];
        return { value: tag, known: [tag, name.toLowerCase()], label: name };
      });
    case 'wave':
      return study.waves.map(({ id, number, name }) => ({
        value: id,
        known: [id, String(number), name.toLowerCase()],
        label: name,
      }));
    default: {
      const covariate = staffCovariates.find(({ id }) => `covariate:${id}` === group);
      const levels = (covariate?.options ?? []).map(({ code, label }) => ({
        value: String(code),
        known: [String(code), ...wordsOf(label)],
        label: label,
      }));
      return [...levels, { value: '', known: [''], label: null }];
    }
  }
}

/** Looks a cell up in what the importer said, then in what is plain; null: nobody knows. */
export function valueResolver(
  study: ResultsStudy,
  group: string,
  said: Readonly<Record<string, string>> = {},
): (cell: string) => string | null {
  const choices = choicesOf(study, group);
  const allowed = new Set(choices.map(({ value }) => value));
  const plain = new Map(choices.flatMap(({ value, known }) => known.map((word) => [word, value])));
  return (cell) => {
    const chosen = Object.hasOwn(said, cell) ? said[cell] : undefined;
    if (chosen !== undefined && allowed.has(chosen)) return chosen;
    return plain.get(cell.toLowerCase()) ?? null;
  };
}
