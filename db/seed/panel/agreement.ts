import type { Instrument } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';

const labels: LocalText[] = [
  { en: 'Disagree', kk: 'Келіспеймін', ar: 'لا أوافق' },
  { en: 'Partly', kk: 'Ішінара', ar: 'جزئيًا' },
  { en: 'Agree', kk: 'Келісемін', ar: 'أوافق' },
];

/** How far somebody agrees, for the demo's statements. */
export const agreement: Instrument['optionSets'][number] = {
  id: 'agreement',
  direction: 'mirror',
  options: labels.map((label, at) => ({ code: at + 1, score: at + 1, order: at + 1, label })),
};
