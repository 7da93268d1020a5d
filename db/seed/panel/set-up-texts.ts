import type { LocalText } from '#surveys/model/languages.ts';

export const demoPanelSlug = 'riverside-voices';

export const demoActivity = {
  title: {
    en: 'AI triage on our wards (demo)',
    kk: 'Бөлімшелеріміздегі ЖИ-триаж (демо)',
    ar: 'الفرز بالذكاء الاصطناعي في أقسامنا (تجريبي)',
  },
  aim: {
    en: 'We want to know what patients and families need before a computer helps to decide who is seen first.',
    kk: 'Кімді бірінші қарау керегін шешуге компьютер көмектеспес бұрын науқастар мен отбасыларға не қажет екенін білгіміз келеді.',
    ar: 'نريد أن نعرف ما يحتاج إليه المرضى وعائلاتهم قبل أن يساعد الحاسوب في تحديد من يُفحص أولًا.',
  },
  informedName: 'Ward triage model, version 2 (demo)',
  outputsOwner: {
    en: 'The hospital and the panel together.',
    kk: 'Аурухана мен панель бірге.',
    ar: 'المستشفى واللجنة معًا.',
  },
  outOfScope: {
    en: 'Which company the hospital buys from.',
    kk: 'Аурухана қай компаниядан сатып алатыны.',
    ar: 'الشركة التي يشتري منها المستشفى.',
  },
} satisfies Record<string, LocalText | string>;

export const demoPanel = {
  title: {
    en: 'Riverside Voices (demo)',
    kk: 'Riverside дауыстары (демо)',
    ar: 'أصوات ريفرسايد (تجريبي)',
  },
  about: {
    en: 'Patients, carers and neighbours tell us what a computer on the ward should and should not do. Everything in this panel is made up to show how it works.',
    kk: 'Науқастар, күтушілер мен тұрғындар бөлімшедегі компьютер не істеуі және не істемеуі керегін айтады. Бұл панельдегінің бәрі қалай жұмыс істейтінін көрсету үшін ойдан шығарылған.',
    ar: 'يخبرنا المرضى ومن يرعونهم والجيران بما ينبغي للحاسوب في القسم أن يفعله وما لا ينبغي. كل ما في هذه اللجنة مختلَق ليبيّن طريقة عملها.',
  },
  demographicsPurpose: {
    en: 'To see whose voice is missing.',
    kk: 'Кімнің даусы жетіспейтінін көру үшін.',
    ar: 'لنرى صوت من ينقصنا.',
  },
} satisfies Record<string, LocalText>;

export const demoStrata = [
  {
    question: {
      en: 'Which language do you speak most at home?',
      kk: 'Үйде көбіне қай тілде сөйлейсіз?',
      ar: 'ما اللغة التي تتحدثون بها أكثر في البيت؟',
    },
    source: 'Admissions of the last year by language (demo)',
    reason: 'Who speaks another language waits longer and is asked less often.',
    bands: [
      { id: 'english', label: { en: 'English', kk: 'Ағылшын', ar: 'الإنجليزية' }, share: 0.3 },
      { id: 'kazakh', label: { en: 'Kazakh', kk: 'Қазақ', ar: 'الكازاخستانية' }, share: 0.4 },
      { id: 'arabic', label: { en: 'Arabic', kk: 'Араб', ar: 'العربية' }, share: 0.3 },
    ],
  },
  {
    question: {
      en: 'How old are you?',
      kk: 'Жасыңыз нешеде?',
      ar: 'كم عمركم؟',
    },
    source: 'Admissions of the last year by age (demo)',
    reason: 'Older people are admitted most and are hardest to reach online.',
    bands: [
      { id: 'younger', label: { en: '18 to 39', kk: '18–39', ar: '18–39' }, share: 0.3 },
      { id: 'middle', label: { en: '40 to 64', kk: '40–64', ar: '40–64' }, share: 0.35 },
      {
        id: 'older',
        label: { en: '65 or older', kk: '65 және жоғары', ar: '65 أو أكثر' },
        share: 0.35,
      },
    ],
  },
] satisfies {
  question: LocalText;
  source: string;
  reason: string;
  bands: { id: string; label: LocalText; share: number }[];
}[];

/** Code, name, kind: how people heard of the panel. */
export const demoChannels = [
  { code: 'riverside-poster', name: 'Posters in the waiting rooms', kind: 'open' },
  { code: 'riverside-families', name: 'Families’ association (partner)', kind: 'partner' },
  { code: 'riverside-nurses', name: 'Asked by ward nurses', kind: 'staff' },
] as const;
