import type { LocalText } from '#surveys/model/languages.ts';
import type { DemoLanguage } from './people.ts';

/** Where a code is given: what this person of the language said, or these words of it. */
type DemoPlace = { language: DemoLanguage; person: number; words?: string };

type DemoCode = {
  name: string;
  description: string;
  /** Index of its theme; null: of none yet. */
  theme: number | null;
  against?: true;
  places: readonly DemoPlace[];
};

const at = (language: DemoLanguage, person: number, words?: string): DemoPlace => ({
  ...{ language, person },
  ...(words === undefined ? {} : { words }),
});

/** Themes of the first round, in the languages of the panel. */
export const demoThemes: readonly { title: LocalText; summary: LocalText }[] = [
  {
    title: {
      en: 'A person has the last word',
      kk: 'Соңғы сөзді адам айтады',
      ar: 'الكلمة الأخيرة لإنسان',
    },
    summary: {
      en: 'The computer may help, but a nurse looks at each patient and decides.',
      kk: 'Компьютер көмектесе алады, бірақ әр науқасты медбике қарап, өзі шешеді.',
      ar: 'يمكن للحاسوب أن يساعد، لكن ممرضة تنظر إلى كل مريض وتقرر.',
    },
  },
  {
    title: {
      en: 'Nobody is last because of how they speak',
      kk: 'Сөйлеуіне бола ешкім соңында қалмасын',
      ar: 'لا يُؤخَّر أحد بسبب طريقة كلامه',
    },
    summary: {
      en: 'People who do not complain, speak another language or are new to the hospital fear that the computer overlooks them.',
      kk: 'Шағымданбайтын, басқа тілде сөйлейтін не ауруханаға жаңа келген адамдар компьютер өздерін байқамай қалады деп қорқады.',
      ar: 'من لا يشتكون أو يتكلمون لغة أخرى أو هم جدد على المستشفى يخشون أن يغفل عنهم الحاسوب.',
    },
  },
  {
    title: {
      en: 'Tell people why they wait',
      kk: 'Адамдарға неге күтетінін айтыңыз',
      ar: 'أخبروا الناس لماذا ينتظرون',
    },
    summary: {
      en: 'Waiting is easier for those who know why, in words they understand.',
      kk: 'Себебін түсінікті сөзбен білгендерге күту оңайырақ.',
      ar: 'الانتظار أهون على من يعرف السبب بكلمات يفهمها.',
    },
  },
];

export const demoCodes: readonly DemoCode[] = [
  {
    ...{ name: 'A nurse decides', description: 'Somebody can overrule the computer', theme: 0 },
    places: [
      at('en', 0, 'A nurse should come to the bed and say her own opinion.'),
      at('kk', 1, 'Бірақ соңғы сөзді адам айтсын.'),
      at('ar', 1, 'على أن تبقى هي التي تنظر في عيني وتسألني'),
    ],
  },
  {
    ...{ name: 'Being looked at', description: 'Seen by a person, not only measured', theme: 0 },
    places: [at('en', 0, 'I am afraid nobody looks at me any more once the machine has.')],
  },
  {
    ...{ name: 'The computer sees more', description: 'Where it is better than people', theme: 0 },
    against: true,
    places: [
      at('en', 2, 'If it sees that quicker than we do, good.'),
      at('kk', 1, 'Медбике шаршағанда да, компьютер шаршамайды, бұл жақсы.'),
    ],
  },
  {
    ...{ name: 'Who does not complain', description: 'Quiet and older people', theme: 1 },
    places: [at('en', 1), at('ar', 4)],
  },
  {
    ...{ name: 'Language', description: 'Language, accent, interpreters', theme: 1 },
    places: [at('kk', 0), at('ar', 0), at('ar', 2)],
  },
  {
    ...{ name: 'Unknown to the system', description: 'No earlier records', theme: 1 },
    places: [at('kk', 2)],
  },
  {
    ...{ name: 'Say why', description: 'Reasons for waiting and order', theme: 2 },
    places: [at('en', 2, 'But tell us why somebody goes first.'), at('kk', 4), at('ar', 3)],
  },
  {
    ...{ name: 'When it fails', description: 'Power cuts, nights, errors', theme: null },
    places: [at('en', 4), at('kk', 3)],
  },
];

/** What the moderator, who read these again, gave them; the second is decided otherwise. */
export const demoSecondReadings = [
  { ...at('en', 1), codes: ['Who does not complain'] },
  { ...at('kk', 0), codes: ['Language', 'Who does not complain'] },
  { ...at('kk', 4), codes: ['Say why'] },
  { ...at('ar', 2), codes: ['Language'] },
] as const;

export const demoDecision = {
  codes: ['Language'],
  reason: 'The fear is about language; nothing is said about complaining.',
};

export const demoFlag = {
  ...at('kk', 3),
  reason: 'Nights with one nurse: only one person says it, but it is a risk.',
};
