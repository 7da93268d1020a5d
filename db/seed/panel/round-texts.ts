import type { PromptAbout, PromptKind } from '#db/schema/panel-round.ts';
import type { LocalText } from '#surveys/model/languages.ts';

type DemoPrompt = {
  kind: PromptKind;
  text: LocalText;
  easyRead: LocalText;
  about: PromptAbout | null;
};
type DemoRound = { title: LocalText; intro: LocalText; outcome: LocalText; prompts: DemoPrompt[] };

export const demoLeaflet = {
  en: 'A computer helps us to see who needs a nurse first. It looks at pulse, breath and temperature. It does not know you.',
  kk: 'Компьютер медбике ең алдымен кімге керек екенін көруге көмектеседі. Ол тамыр соғысын, тынысты және дене қызуын қарайды. Ол сізді танымайды.',
  ar: 'يساعدنا الحاسوب على معرفة من يحتاج إلى الممرضة أولًا. ينظر إلى النبض والتنفس والحرارة. وهو لا يعرفكم.',
} satisfies LocalText;

export const demoRounds = [
  {
    title: { en: 'What matters to you', kk: 'Сіз үшін не маңызды', ar: 'ما الذي يهمكم' },
    intro: {
      en: 'This is the first round. Nothing has been decided yet.',
      kk: 'Бұл бірінші раунд. Әзірге ештеңе шешілген жоқ.',
      ar: 'هذه هي الجولة الأولى. لم يُتخذ أي قرار بعد.',
    },
    outcome: {
      en: 'We heard three things: a person must decide, people must be told, and nobody may wait longer because of their language. We took them to the board.',
      kk: 'Біз үш нәрсені естідік: шешімді адам қабылдауы керек, адамдарға айтылуы керек, тілі үшін ешкім ұзақ күтпеуі керек. Оларды кеңеске жеткіздік.',
      ar: 'سمعنا ثلاثة أمور: أن يقرر إنسان، وأن يُخبَر الناس، وألا ينتظر أحد أطول بسبب لغته. ورفعناها إلى المجلس.',
    },
    prompts: [
      {
        kind: 'free-text',
        text: {
          en: 'A computer says which patient a nurse should see first. What worries you, and what would help?',
          kk: 'Компьютер медбикеге алдымен қай науқасты қарау керегін айтады. Сізді не алаңдатады, не көмектесер еді?',
          ar: 'يقول الحاسوب أيَّ مريض ينبغي أن تراه الممرضة أولًا. ما الذي يقلقكم، وما الذي يساعد؟',
        },
        easyRead: {
          en: 'A computer helps the nurse to choose. What worries you? What would be good?',
          kk: 'Компьютер медбикеге таңдауға көмектеседі. Сізді не алаңдатады? Не жақсы болар еді?',
          ar: 'الحاسوب يساعد الممرضة على الاختيار. ما الذي يقلقكم؟ وما الذي سيكون جيدًا؟',
        },
        about: null,
      },
      {
        kind: 'review',
        text: {
          en: 'Please read this text. What is unclear? What is missing? What should be said in another way?',
          kk: 'Осы мәтінді оқып шығыңызшы. Не түсініксіз? Не жетіспейді? Нені басқаша айту керек?',
          ar: 'اقرؤوا هذا النص من فضلكم. ما الذي لا يتضح؟ وما الذي ينقصه؟ وما الذي ينبغي أن يقال بطريقة أخرى؟',
        },
        easyRead: {},
        about: { kind: 'text', name: 'Leaflet: a computer on our ward', text: demoLeaflet },
      },
      {
        kind: 'margin',
        text: {
          en: 'How many more people in a hundred must wait too long in one group before you say: this is not fair? Please write a number, and why.',
          kk: 'Бір топта жүз адамнан тағы қанша адам тым ұзақ күтсе, сіз «бұл әділетсіз» дейсіз? Санын және неліктен екенін жазыңызшы.',
          ar: 'كم شخصًا إضافيًا من كل مئة يجب أن ينتظر أطول من اللازم في مجموعة واحدة حتى تقولوا: هذا ليس عدلًا؟ اكتبوا من فضلكم رقمًا، ولماذا.',
        },
        easyRead: {},
        about: {
          ...{ kind: 'margin', metric: 'Waiting too long, between language groups' },
          ...{ unit: 'percentage-points', low: 0, high: 30 },
        },
      },
    ],
  },
  {
    title: { en: 'How should it speak?', kk: 'Ол қалай сөйлеуі керек?', ar: 'كيف ينبغي أن يتكلم؟' },
    intro: {
      en: 'After the first round the leaflet was changed, and a nurse now always decides. This time we ask how the computer’s advice should be told to you.',
      kk: 'Бірінші раундтан кейін парақша өзгертілді, енді әрқашан медбике шешеді. Бұл жолы компьютердің кеңесін сізге қалай айту керегін сұраймыз.',
      ar: 'بعد الجولة الأولى غُيّرت النشرة، وصارت الممرضة هي التي تقرر دائمًا. هذه المرة نسأل كيف ينبغي أن تُقال لكم نصيحة الحاسوب.',
    },
    outcome: {},
    prompts: [
      {
        kind: 'free-text',
        text: {
          en: 'You wait longer because the computer put somebody else first. What should the nurse tell you?',
          kk: 'Компьютер басқа адамды алға қойғандықтан, сіз ұзағырақ күтесіз. Медбике сізге не айтуы керек?',
          ar: 'تنتظرون وقتًا أطول لأن الحاسوب قدّم شخصًا آخر. ماذا ينبغي أن تقول لكم الممرضة؟',
        },
        easyRead: {
          en: 'You must wait. What should the nurse say to you?',
          kk: 'Сіз күтуіңіз керек. Медбике сізге не айтуы керек?',
          ar: 'عليكم الانتظار. ماذا ينبغي أن تقول لكم الممرضة؟',
        },
        about: null,
      },
    ],
  },
] satisfies DemoRound[];

/** Of the second round, which nobody has voted on yet. */
export const openStatement = {
  en: 'I would rather hear the advice from a person than read it on a screen.',
  kk: 'Кеңесті экраннан оқығаннан гөрі адамнан естігім келеді.',
  ar: 'أفضّل أن أسمع النصيحة من إنسان على أن أقرأها على شاشة.',
};

/** Statements of the first round, with the share of people who agree in the made-up votes. */
export const demoStatements = [
  {
    agree: 0.95,
    text: {
      en: 'A nurse must always be able to overrule the computer.',
      kk: 'Медбике компьютердің шешімін әрқашан өзгерте алуы керек.',
      ar: 'يجب أن تستطيع الممرضة دائمًا أن تخالف الحاسوب.',
    },
  },
  {
    agree: 0.8,
    text: {
      en: 'I want to be told when a computer was asked about me.',
      kk: 'Мен туралы компьютерден сұралғанда, маған айтылғанын қалаймын.',
      ar: 'أريد أن أُخبَر عندما يُسأل الحاسوب عني.',
    },
  },
  {
    agree: 0.45,
    text: {
      en: 'If it makes waiting shorter, I do not need to know how it works.',
      kk: 'Күту уақыты қысқарса, оның қалай жұмыс істейтінін білуім қажет емес.',
      ar: 'إذا قصّر الانتظار فلا حاجة بي إلى معرفة طريقة عمله.',
    },
  },
  {
    agree: 0.7,
    text: {
      en: 'It should not be used at night, when few nurses are there.',
      kk: 'Түнде, медбикелер аз болғанда, оны қолданбау керек.',
      ar: 'لا ينبغي استعماله ليلًا حين يكون عدد الممرضات قليلًا.',
    },
  },
  {
    agree: 0.9,
    text: {
      en: 'The hospital should publish whether it works equally well in every language.',
      kk: 'Аурухана оның әр тілде бірдей жақсы жұмыс істейтін-істемейтінін жариялауы керек.',
      ar: 'ينبغي للمستشفى أن ينشر هل يعمل بالجودة نفسها مع كل لغة.',
    },
  },
] satisfies { agree: number; text: LocalText }[];
