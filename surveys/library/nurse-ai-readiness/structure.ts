import type { Instrument, Item, LanguageVersion, Scale } from '#surveys/model/instrument.ts';
import { languages, type Language, type LocalText } from '#surveys/model/languages.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { kazakh } from './kk.ts';
import { rights } from './rights.ts';
import { russian } from './ru.ts';
import { itemIds, optionCodes, pageIds, type ItemId, type Wording } from './wording.ts';
import { chinese } from './zh.ts';

const wordings: Record<Language, Wording> = {
  en: english,
  kk: kazakh,
  ru: russian,
  de: german,
  es: spanish,
  ar: arabic,
  zh: chinese,
};

function inEveryLanguage(pick: (wording: Wording) => string): LocalText {
  return Object.fromEntries(languages.map((language) => [language, pick(wordings[language])]));
}

function item(id: ItemId): Item {
  const easyRead = english.easyRead?.[id];
  return {
    id,
    stem: inEveryLanguage((wording) => wording.items[id]),
    ...(easyRead === undefined ? {} : { easyRead: { en: easyRead } }),
    polarity: 'positive',
    reverseKeyed: false,
    optionSet: 'agreement',
  };
}

const itemsByPage: Record<(typeof pageIds)[number], ItemId[]> = {
  'everyday-work': ['nai-1', 'nai-2', 'nai-3'],
  team: ['nai-4', 'nai-5'],
  patients: ['nai-6', 'nai-7', 'nai-8', 'nai-9'],
};

const recipe = { transform: 'mean', prorate: true } as const;

const scales: Scale[] = [
  {
    ...recipe,
    id: 'total',
    title: inEveryLanguage((wording) => wording.scales.total),
    items: [...itemIds],
    minimumAnswered: 7,
  },
  {
    ...recipe,
    id: 'operations-workforce',
    title: inEveryLanguage((wording) => wording.scales['operations-workforce']),
    items: ['nai-1', 'nai-2', 'nai-3', 'nai-4', 'nai-5'],
    subscaleOf: 'total',
    minimumAnswered: 4,
  },
  {
    ...recipe,
    id: 'clinical-benefit',
    title: inEveryLanguage((wording) => wording.scales['clinical-benefit']),
    items: ['nai-6', 'nai-7', 'nai-8', 'nai-9'],
    subscaleOf: 'total',
    minimumAnswered: 3,
  },
];

const translations = languages
  .filter((language) => language !== 'en')
  .map((language): LanguageVersion => ({ language, register: 'standard', origin: 'machine' }));

export const nurseAiReadiness: Instrument = {
  format: 'attune-instrument/1',
  slug: 'nurse-ai-readiness',
  title: inEveryLanguage((wording) => wording.title),
  description: inEveryLanguage((wording) => wording.description),
  sourceLanguage: 'en',
  versions: [
    { language: 'en', register: 'standard', origin: 'source' },
    { language: 'en', register: 'easy-read', origin: 'in-house' },
    ...translations,
  ],
  optionSets: [
    {
      id: 'agreement',
      direction: 'mirror',
      options: optionCodes.map((code) => ({
        code,
        score: code,
        order: code,
        label: inEveryLanguage((wording) => wording.options[code]),
      })),
    },
  ],
  missingReasons: ['dont-know', 'prefer-not-to-say'],
  items: itemIds.map(item),
  pages: pageIds.map((id) => ({
    id,
    title: inEveryLanguage((wording) => wording.pages[id].title),
    hint: inEveryLanguage((wording) => wording.pages[id].hint),
    items: itemsByPage[id],
  })),
  scales,
  rights,
};
