import type { Instrument } from '#surveys/model/instrument.ts';

export const bigFiveItems = ['A', 'C', 'E', 'N', 'O'].flatMap((trait) =>
  [1, 2, 3, 4, 5].map((number) => `${trait}${number}`),
);
export const bigFiveReversed = ['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5'];

const labels = ['Very inaccurate', 'Inaccurate', 'A bit inaccurate', 'A bit accurate', 'Accurate'];

/** The 25 items of the bfi data of R's psych package: ids and keys alone, wording is not needed here. */
export const bigFive: Instrument = {
  format: 'attune-instrument/1',
  slug: 'big-five',
  title: { en: 'Big Five' },
  description: { en: '25 items about oneself.' },
  sourceLanguage: 'en',
  versions: [{ language: 'en', register: 'standard', origin: 'source' }],
  optionSets: [
    {
      id: 'accuracy',
      direction: 'mirror',
      options: [...labels, 'Very accurate'].map((label, index) => ({
        code: index + 1,
        score: index + 1,
        order: index + 1,
        label: { en: label },
      })),
    },
  ],
  missingReasons: [],
  items: bigFiveItems.map((id) => ({
    id,
    stem: { en: `Item ${id}` },
    polarity: 'positive',
    reverseKeyed: bigFiveReversed.includes(id),
    optionSet: 'accuracy',
  })),
  pages: [{ id: 'all', title: { en: 'All items' }, items: bigFiveItems }],
  scales: [
    {
      id: 'all',
      title: { en: 'All items' },
      items: bigFiveItems,
      transform: 'mean',
      minimumAnswered: 13,
      prorate: true,
    },
  ],
  rights: {
    licence: 'test data',
    holder: 'nobody',
    displayRight: 'none',
    translationRight: 'none',
    citation: 'Revelle, W. psych: Procedures for Personality and Psychological Research.',
  },
};
