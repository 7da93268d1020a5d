import type { Verdict } from '#db/schema/suggestion.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import type { DemoLanguage } from './people.ts';

type DemoSuggestion = {
  text: LocalText;
  /** Which of the worries it is built on, and whether the words are shown. */
  builtOn: readonly { language: DemoLanguage; index: number; isQuoted: boolean }[];
  verdict: Verdict;
  reason: LocalText;
  decidedBy: string;
  change: LocalText | null;
};

export const demoSuggestions: readonly DemoSuggestion[] = [
  {
    text: {
      en: 'A nurse comes to the bed and decides. The computer only advises.',
      kk: 'Медбике төсекке келіп, өзі шешеді. Компьютер тек кеңес береді.',
      ar: 'تأتي الممرضة إلى السرير وتقرر. والحاسوب ينصح فقط.',
    },
    builtOn: [
      { language: 'en', index: 0, isQuoted: true },
      { language: 'kk', index: 1, isQuoted: true },
      { language: 'ar', index: 1, isQuoted: true },
    ],
    verdict: 'accepted',
    reason: {
      en: 'This is also what the law asks. The advice is shown to the nurse, who confirms or changes it.',
      kk: 'Заң да осыны талап етеді. Кеңес медбикеге көрсетіледі, ол оны растайды немесе өзгертеді.',
      ar: 'هذا ما يطلبه القانون أيضًا. تُعرض النصيحة على الممرضة، وهي تؤكدها أو تغيّرها.',
    },
    decidedBy: 'AI board of Riverside Health (demo)',
    change: {
      en: 'The order of patients is set only after a nurse has confirmed it.',
      kk: 'Науқастардың кезегі медбике растағаннан кейін ғана белгіленеді.',
      ar: 'لا يُحدَّد ترتيب المرضى إلا بعد أن تؤكده ممرضة.',
    },
  },
  {
    text: {
      en: 'People get a simple sheet in their language, and hear why they wait.',
      kk: 'Адамдарға өз тілінде қарапайым парақ беріледі және неге күтіп отырғаны айтылады.',
      ar: 'يحصل الناس على ورقة بسيطة بلغتهم، ويُقال لهم لماذا ينتظرون.',
    },
    builtOn: [
      { language: 'en', index: 2, isQuoted: false },
      { language: 'kk', index: 4, isQuoted: true },
      { language: 'ar', index: 3, isQuoted: true },
    ],
    verdict: 'partly',
    reason: {
      en: 'The sheet comes now, in three languages. Telling everybody the reason needs more staff at night; we try it in the daytime first.',
      kk: 'Парақ қазір үш тілде шығады. Себебін әркімге айту үшін түнде көбірек қызметкер керек; алдымен күндіз байқап көреміз.',
      ar: 'تصدر الورقة الآن بثلاث لغات. أما قول السبب للجميع فيحتاج ليلًا إلى عدد أكبر من الموظفين، وسنجربه نهارًا أولًا.',
    },
    decidedBy: 'AI board of Riverside Health (demo)',
    change: {
      en: 'The leaflet was written anew after you read it. It now says first who decides.',
      kk: 'Сіз оқығаннан кейін парақша қайта жазылды. Енді онда алдымен кім шешетіні айтылады.',
      ar: 'كُتبت النشرة من جديد بعد أن قرأتموها. وهي تقول الآن أولًا من يقرر.',
    },
  },
  {
    text: {
      en: 'The computer is not used at night.',
      kk: 'Түнде компьютер қолданылмайды.',
      ar: 'لا يُستعمل الحاسوب ليلًا.',
    },
    builtOn: [{ language: 'kk', index: 3, isQuoted: true }],
    verdict: 'not',
    reason: {
      en: 'At night few nurses are there, and then the advice helps most. Instead a second nurse is called whenever the computer and the nurse disagree.',
      kk: 'Түнде медбикелер аз, кеңес сол кезде көбірек көмектеседі. Оның орнына компьютер мен медбикенің пікірі бөлек болса, екінші медбике шақырылады.',
      ar: 'عدد الممرضات ليلًا قليل، وعندها تفيد النصيحة أكثر. وبدلًا من ذلك تُستدعى ممرضة ثانية كلما اختلف الحاسوب والممرضة.',
    },
    decidedBy: 'Head of nursing (demo)',
    change: null,
  },
];

export const demoReviewChanged: LocalText = {
  en: 'It now begins with: “A nurse decides.” It says where your data stay and gives a number to call.',
  kk: 'Енді ол «Медбике шешеді» деп басталады. Деректеріңіз қайда сақталатыны және қоңырау шалатын нөмір жазылған.',
  ar: 'تبدأ الآن بعبارة «الممرضة هي التي تقرر»، وتقول أين تبقى بياناتكم وتذكر رقمًا للاتصال.',
};

export const demoOutput = {
  title: {
    en: 'Leaflet: a computer on our ward (demo)',
    kk: 'Парақша: бөлімшеміздегі компьютер (демо)',
    ar: 'نشرة: حاسوب في قسمنا (تجريبي)',
  } satisfies LocalText,
};

/** What is offered, from when on; in pence. */
export const demoRates = [
  {
    monthsAgo: 24,
    amountMinor: 2500,
    source: 'Payment policy of Riverside Health, first version (demo)',
  },
  {
    monthsAgo: 8,
    amountMinor: 2750,
    source: 'Payment policy of Riverside Health, raised by 10 % (demo)',
  },
] as const;
