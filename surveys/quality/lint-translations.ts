import type { Instrument } from '../model/instrument.ts';
import { jsonPointer } from '../model/instrument-issues.ts';
import { languages, type Language } from '../model/languages.ts';
import { listWording } from '../model/wording.ts';
import { error, type TextFinding } from './findings.ts';
import { lintText } from './lint-text.ts';

export type TranslationFinding = TextFinding & { path: string; language: Language };

function repeatedLabels(instrument: Instrument, language: Language): TranslationFinding[] {
  return instrument.optionSets.flatMap((set, s) => {
    const labels = set.options.map(({ label }) => label[language]?.trim());
    return labels.flatMap((label, o) =>
      label !== undefined && labels.indexOf(label) < o
        ? [
            {
              ...error('repeated-label', { label }),
              path: jsonPointer(['optionSets', s, 'options', o, 'label']),
              language,
            },
          ]
        : [],
    );
  });
}

/** Checks every text there is in the chosen languages, declared or still a draft, against the source. */
export function lintTranslations(
  instrument: Instrument,
  chosen: readonly Language[] = languages,
): TranslationFinding[] {
  const { sourceLanguage } = instrument;
  const wording = listWording(instrument);
  return chosen.flatMap((language) => [
    ...wording.flatMap(({ path, text }) => {
      const own = text[language];
      if (own === undefined) return [];
      const original = language === sourceLanguage ? undefined : text[sourceLanguage];
      const source = original === undefined ? undefined : { tag: sourceLanguage, text: original };
      return lintText(language, own, source).map((finding) => ({ ...finding, path, language }));
    }),
    ...repeatedLabels(instrument, language),
  ]);
}
