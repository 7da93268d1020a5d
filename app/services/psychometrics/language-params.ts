import { levelLabel } from '../results/wording.ts';
import type { AnalysisReader } from './reader.server.ts';
import type { AnalysedStudy, Field } from './study-analysis.ts';

const dimension = 'language';

function languagesOf({ dimensions, study }: AnalysedStudy): readonly string[] {
  const shown = dimensions.find(({ id }) => id === dimension)?.levels;
  return shown?.map(({ level }) => level) ?? (study.languages.length === 1 ? study.languages : []);
}

/** The one language whose answers are analysed; null for all of them together. */
export function readLanguage(analysed: AnalysedStudy, search: URLSearchParams): string | null {
  const languages = languagesOf(analysed);
  const wanted = languages.find((level) => level === search.get(dimension));
  return wanted ?? (languages.length === 1 ? (languages[0] ?? null) : null);
}

/** Nothing to choose where one language, or none, may be looked at by itself, unless another is named. */
export function languageField(
  reader: AnalysisReader,
  analysed: AnalysedStudy,
  search: URLSearchParams,
): Field[] {
  const levels = languagesOf(analysed);
  const named = search.get(dimension) ?? '';
  if (levels.length < 2 && (named === '' || levels.includes(named))) return [];
  const value = readLanguage(analysed, search);
  const options = levels.map((level) => ({
    value: level,
    label: levelLabel(reader, analysed.study, dimension, level),
  }));
  const all = { value: '', label: reader.say('field.allLanguages') };
  return [
    {
      ...{ kind: 'select', name: dimension, label: reader.say('field.language') },
      ...{ value: value ?? '', options: [all, ...options] },
    },
  ];
}
