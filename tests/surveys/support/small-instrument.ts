import type { Instrument, Item } from '#surveys/model/instrument.ts';

function item(id: string, stem: string): Item {
  return { id, stem: { en: stem }, polarity: 'positive', reverseKeyed: false, optionSet: 'agree' };
}

/**
 * Four items on three pages, in English: A1; A2 (asked when A1 is 2 or more) and A3 (asked when A2
 * is answered); A4, reverse-keyed. Scores differ from codes: codes 0–2 score 10, 20, 30.
 */
export function smallInstrument(change: Partial<Instrument> = {}): Instrument {
  return structuredClone({
    format: 'attune-instrument/1',
    slug: 'small',
    title: { en: 'Small' },
    description: { en: 'A small instrument' },
    sourceLanguage: 'en',
    versions: [{ language: 'en', register: 'standard', origin: 'source' }],
    optionSets: [
      {
        id: 'agree',
        direction: 'mirror',
        options: [
          { code: 0, score: 10, order: 0, label: { en: 'No' } },
          { code: 1, score: 20, order: 1, label: { en: 'Perhaps' } },
          { code: 2, score: 30, order: 2, label: { en: 'Yes' } },
        ],
      },
    ],
    missingReasons: ['dont-know'],
    items: [
      item('A1', 'First'),
      { ...item('A2', 'Second'), showWhen: { op: 'equals', item: 'A1', code: 2 } },
      { ...item('A3', 'Third'), showWhen: { op: 'answered', item: 'A2' } },
      { ...item('A4', 'Fourth'), polarity: 'negative', reverseKeyed: true },
    ],
    pages: [
      { id: 'p1', title: { en: 'One' }, items: ['A1'] },
      { id: 'p2', title: { en: 'Two' }, items: ['A2'] },
      { id: 'p3', title: { en: 'Three' }, items: ['A3', 'A4'] },
    ],
    scales: [
      {
        id: 'all',
        title: { en: 'All' },
        items: ['A1', 'A2', 'A3', 'A4'],
        transform: 'sum',
        minimumAnswered: 2,
        prorate: true,
      },
    ],
    rights: {
      licence: 'Apache-2.0',
      holder: 'Nobody in particular',
      displayRight: 'granted',
      translationRight: 'granted',
      citation: 'None',
    },
    ...change,
  } satisfies Instrument);
}
