import type { Instrument, Item } from '#surveys/model/instrument.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { agreement } from './agreement.ts';

export const demoSurveyTitle: LocalText = {
  en: 'After a shift with the warning system',
  kk: 'Ескерту жүйесімен өткен ауысымнан кейін',
  ar: 'بعد نوبة مع نظام الإنذار',
};

const stems: LocalText[] = [
  {
    en: 'The warnings helped me to look after my patients.',
    kk: 'Ескертулер науқастарыма қарауға көмектесті.',
    ar: 'ساعدتني الإنذارات على رعاية مرضاي.',
  },
  {
    en: 'I had enough time to look into each warning.',
    kk: 'Әр ескертуді тексеруге уақытым жетті.',
    ar: 'كان لديّ وقت كافٍ للنظر في كل إنذار.',
  },
];

const items = stems.map((stem, index): Item => ({
  ...{ id: `shift-${index + 1}`, stem, optionSet: 'agreement' },
  ...{ polarity: 'positive', reverseKeyed: false },
}));

/** Two statements after a shift, and one question that is answered in own words. */
export const demoSurvey: Instrument = {
  format: 'attune-instrument/1',
  slug: 'shift-with-warnings',
  title: demoSurveyTitle,
  description: {
    en: 'Two statements and one question about your last shift.',
    kk: 'Соңғы ауысымыңыз туралы екі тұжырым және бір сұрақ.',
    ar: 'عبارتان وسؤال واحد عن نوبتكم الأخيرة.',
  },
  sourceLanguage: 'en',
  versions: [
    { language: 'en', register: 'standard', origin: 'source' },
    { language: 'en', register: 'easy-read', origin: 'in-house' },
    { language: 'kk', register: 'standard', origin: 'machine' },
    { language: 'ar', register: 'standard', origin: 'machine' },
  ],
  optionSets: [agreement],
  missingReasons: ['prefer-not-to-say'],
  items: items.map((item, index) => ({
    ...item,
    easyRead: {
      en:
        ['The warnings helped me in my work.', 'I had time to look at each warning.'][index] ?? '',
    },
  })),
  textItems: [
    {
      id: 'shift-change',
      stem: {
        en: 'What should change, so that the warnings help you more?',
        kk: 'Ескертулер сізге көбірек көмектесуі үшін не өзгеруі керек?',
        ar: 'ما الذي ينبغي أن يتغيّر لتساعدكم الإنذارات أكثر؟',
      },
      easyRead: { en: 'What should we change? Tell us in your own words.' },
      maximumLength: 2000,
    },
  ],
  pages: [
    {
      id: 'shift',
      title: { en: 'Your last shift', kk: 'Соңғы ауысымыңыз', ar: 'نوبتكم الأخيرة' },
      items: items.map(({ id }) => id),
    },
    {
      id: 'change',
      title: { en: 'What should change', kk: 'Не өзгеруі керек', ar: 'ما ينبغي أن يتغيّر' },
      items: ['shift-change'],
    },
  ],
  scales: [],
  rights: {
    licence: 'Apache-2.0',
    holder: 'The Attune contributors',
    displayRight: 'granted',
    translationRight: 'granted',
    citation: 'Two statements and a question written for the demo. The Attune contributors, 2026.',
  },
};
