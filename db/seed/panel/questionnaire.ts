import type { Instrument, Item } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { agreement } from './agreement.ts';

export const demoQuestionnaireTitle: LocalText = {
  en: 'What people are told about computers in their care',
  kk: 'Адамдарға күтім кезіндегі компьютерлер туралы не айтылады',
  ar: 'ماذا يُقال للناس عن الحواسيب في رعايتهم',
};

const stems: LocalText[] = [
  {
    en: 'I was told when a computer had a part in my care.',
    kk: 'Күтіміме компьютер қатысқанда, маған бұл айтылды.',
    ar: 'قيل لي متى كان للحاسوب دور في رعايتي.',
  },
  {
    en: 'I understood what the computer was for.',
    kk: 'Компьютердің не үшін керек екенін түсіндім.',
    ar: 'فهمتُ ما الغرض من الحاسوب.',
  },
  {
    en: 'I knew whom to ask if I thought it was wrong.',
    kk: 'Ол қателесті деп ойласам, кімнен сұрайтынымды білдім.',
    ar: 'عرفتُ من أسأل إذا ظننتُ أنه أخطأ.',
  },
];

const items = stems.map((stem, index): Item => ({
  ...{ id: `told-${index + 1}`, stem, optionSet: 'agreement' },
  ...{ polarity: 'positive', reverseKeyed: false },
}));

/** Three statements that the second round asks under a pseudonym. */
export const demoQuestionnaire: Instrument = {
  format: 'attune-instrument/1',
  slug: 'told-about-computers',
  title: demoQuestionnaireTitle,
  description: {
    en: 'Three short statements about your last visit.',
    kk: 'Соңғы келуіңіз туралы үш қысқа тұжырым.',
    ar: 'ثلاث عبارات قصيرة عن زيارتكم الأخيرة.',
  },
  sourceLanguage: 'en',
  versions: [
    { language: 'en', register: 'standard', origin: 'source' },
    { language: 'kk', register: 'standard', origin: 'machine' },
    { language: 'ar', register: 'standard', origin: 'machine' },
  ],
  optionSets: [agreement],
  missingReasons: ['dont-know', 'prefer-not-to-say'],
  items,
  pages: [
    {
      id: 'last-visit',
      title: { en: 'Your last visit', kk: 'Соңғы келуіңіз', ar: 'زيارتكم الأخيرة' },
      items: items.map(({ id }) => id),
    },
  ],
  scales: [],
  rights: {
    licence: 'Apache-2.0',
    holder: 'The Attune contributors',
    displayRight: 'granted',
    translationRight: 'granted',
    citation: 'Three statements written for the demo. The Attune contributors, 2026.',
  },
};
