/** What people say of four things, in each language: how it begins, what it is about, how it ends. */
type Voices = {
  before: readonly string[];
  about: readonly (readonly string[])[];
  after: readonly string[];
};

export const voices: Record<'en' | 'kk' | 'ar', Voices> = {
  en: {
    before: [
      'Last month',
      'When my father was ill',
      'Honestly,',
      'In the night',
      'As a carer I say:',
    ],
    about: [
      [
        'we waited for hours in the corridor and nobody told us why',
        'the waiting time was long and no one explained the delay',
        'I waited four hours in emergency without any explanation of the wait',
        'nobody said how long the waiting would be, hours went by',
      ],
      [
        'the interpreter never came and I did not understand the doctor',
        'there was no interpreter for my language, so the doctor and I guessed',
        'the forms were not in my language and the interpreter was missing',
        'my language was a problem, an interpreter would have helped us',
      ],
      [
        'a nurse should decide and not the computer alone',
        'the computer may help but the nurse must have the last decision',
        'I trust the decision of a nurse more than that of a computer',
        'let the nurse check what the computer has decided',
      ],
      [
        'nobody told me who sees my records and data',
        'my data and records should stay in the hospital and be private',
        'I worry that private data from my records are sold',
        'who may read my private records and what happens with the data',
      ],
    ],
    after: [
      'That hurt.',
      'Please change it.',
      'Others said so too.',
      'It is like that every time.',
    ],
  },
  kk: {
    before: ['Өткен айда', 'Әкем ауырғанда', 'Шынымды айтсам,', 'Түнде', 'Күтуші ретінде айтарым:'],
    about: [
      [
        'дәлізде сағаттап күттік, себебін ешкім айтпады',
        'күту уақыты ұзақ болды, кешігудің себебін түсіндірмеді',
        'жедел жәрдемде төрт сағат күттім, неге күткенімді білмедім',
        'қанша күту керегін ешкім айтпады, сағаттар өтті',
      ],
      [
        'аудармашы келмеді, дәрігерді түсінбедім',
        'менің тілімде аудармашы болмады, дәрігермен ишарамен сөйлестік',
        'қағаздар менің тілімде емес еді, аудармашы да жоқ',
        'тіл қиындық болды, аудармашы көмектесер еді',
      ],
      [
        'шешімді компьютер емес, медбике қабылдасын',
        'компьютер көмектессін, бірақ соңғы шешім медбикеде болсын',
        'компьютерден гөрі медбикенің шешіміне сенемін',
        'компьютердің шешімін медбике тексерсін',
      ],
      [
        'деректерім мен жазбаларымды кім көретінін айтпады',
        'менің деректерім ауруханада қалсын, құпия болсын',
        'құпия деректерім сатыла ма деп алаңдаймын',
        'жазбаларымды кім оқиды, деректер қайда кетеді',
      ],
    ],
    after: ['Бұл ауыр тиді.', 'Өзгертіңіздерші.', 'Басқалар да солай деді.', 'Әрдайым солай.'],
  },
  ar: {
    before: ['في الشهر الماضي', 'حين مرض أبي', 'بصراحة', 'في الليل', 'أقول بصفتي مرافقًا:'],
    about: [
      [
        'انتظرنا ساعات في الممر ولم يخبرنا أحد بالسبب',
        'كان وقت الانتظار طويلًا ولم يشرح أحد سبب التأخير',
        'انتظرت أربع ساعات في الطوارئ دون أي تفسير للانتظار',
        'لم يقل أحد كم سيطول الانتظار ومرت الساعات',
      ],
      [
        'لم يأت المترجم ولم أفهم الطبيب',
        'لم يكن هناك مترجم للغتي فتفاهمنا مع الطبيب بالإشارة',
        'لم تكن الأوراق بلغتي وغاب المترجم',
        'كانت اللغة مشكلة وكان المترجم سيساعدنا',
      ],
      [
        'يجب أن تقرر الممرضة لا الحاسوب وحده',
        'ليساعد الحاسوب لكن القرار الأخير للممرضة',
        'أثق بقرار الممرضة أكثر من قرار الحاسوب',
        'لتراجع الممرضة ما قرره الحاسوب',
      ],
      [
        'لم يخبرني أحد من يرى بياناتي وسجلاتي',
        'يجب أن تبقى بياناتي وسجلاتي في المستشفى وأن تكون سرية',
        'أخشى أن تُباع البيانات السرية من سجلاتي',
        'من يقرأ سجلاتي السرية وماذا يحدث للبيانات',
      ],
    ],
    after: ['كان ذلك مؤلمًا.', 'أرجو تغييره.', 'قال ذلك غيري أيضًا.', 'الأمر كذلك في كل مرة.'],
  },
};

const emptyWords = { en: 'Nothing', kk: 'Жоқ', ar: 'لا شيء' } as const;

export type Said = { language: keyof typeof voices; text: string };

/** A hundred texts of each language, two of which say nothing. */
export function textsOfRound(): Said[] {
  return (['en', 'kk', 'ar'] as const).flatMap((language) =>
    Array.from({ length: 100 }, (_, at): Said => {
      if (at >= 98) return { language, text: emptyWords[language] };
      const { before, about, after } = voices[language];
      const topic = about[at % about.length] ?? [];
      const of = (all: readonly string[], step: number) =>
        all[Math.floor(at / step) % all.length] ?? '';
      return { language, text: `${of(before, 4)} ${of(topic, 20)}. ${of(after, 5)}` };
    }),
  );
}
