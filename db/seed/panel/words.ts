import type { DemoLanguage } from './people.ts';

/** `en`: what a translator made of it; `original`: before something was taken out of it. */
export type DemoWords = { text: string; en?: string; original?: string; taken?: string };

/** What worries people, and what would help: one of each language's people after the other. */
export const demoWorries: Record<DemoLanguage, readonly DemoWords[]> = {
  en: [
    {
      text: 'I am not afraid of the machine. I am afraid nobody looks at me any more once the machine has. A nurse should come to the bed and say her own opinion.',
    },
    {
      text: 'My mother does not complain. She says she is fine when she is not. A computer would put her last. Ask the family too.',
    },
    {
      text: 'Last time I waited four hours with [name] next to me, who was worse. If it sees that quicker than we do, good. But tell us why somebody goes first.',
      original:
        'Last time I waited four hours with Margaret next to me, who was worse. If it sees that quicker than we do, good. But tell us why somebody goes first.',
      taken: 'Margaret',
    },
    {
      text: 'I cannot read small screens. If I must answer questions on a tablet before anyone sees me, I will get it wrong and be put last.',
    },
    {
      text: 'What happens when the electricity fails? Does everyone still know how to do it by hand?',
    },
  ],
  kk: [
    {
      text: 'Мен орысша да, ағылшынша да нашар сөйлеймін. Компьютер менің ауырғанымды түсінбесе, мені соңына қояды деп қорқамын.',
      en: 'I speak neither Russian nor English well. I am afraid that if the computer does not understand my pain, it puts me last.',
    },
    {
      text: 'Медбике шаршағанда да, компьютер шаршамайды, бұл жақсы. Бірақ соңғы сөзді адам айтсын.',
      en: 'The computer does not tire when the nurse is tired, and that is good. But let a person have the last word.',
    },
    {
      text: 'Ауылдан келген адамның бұрынғы қағаздары жүйеде жоқ. Сонда ол мен туралы ештеңе білмейді ғой. Алдымен адамнан сұрасын.',
      en: 'A person from a village has no earlier records in the system. So it knows nothing about me. It should ask the person first.',
    },
    {
      text: 'Балам астмамен ауырады. Түнде бөлімшеде бір ғана медбике болады. Сол кезде компьютер қателессе, кім байқайды?',
      en: 'My child has asthma. At night there is only one nurse on the ward. If the computer is wrong then, who notices?',
    },
    {
      text: 'Маған неге күтіп отырғанымды айтса болды. Білмей отыру ауырғаннан да қиын.',
      en: 'It is enough if they tell me why I am waiting. Sitting there without knowing is harder than the pain.',
    },
  ],
  ar: [
    {
      text: 'أخشى أن يحكم الحاسوب عليّ من لهجتي أو من اسمي. أريد أن أعرف هل جُرّب على أناس مثلنا.',
      en: 'I fear that the computer judges me by my accent or my name. I want to know whether it was tried with people like us.',
    },
    {
      text: 'إذا كان يساعد الممرضة على الانتباه فلا مانع عندي، على أن تبقى هي التي تنظر في عيني وتسألني.',
      en: 'If it helps the nurse to notice, I do not mind, as long as it is still she who looks me in the eye and asks me.',
    },
    {
      text: 'انتظرت مرة طويلًا لأن المترجم لم يأت. لا تجعلوا الآلة تؤخر من يحتاج إلى مترجم.',
      en: 'Once I waited a long time because the interpreter did not come. Do not let the machine delay those who need an interpreter.',
    },
    {
      text: 'أريد ورقة بسيطة بلغتي تشرح ما يفعله الحاسوب بما أقوله.',
      en: 'I want a simple paper in my language that explains what the computer does with what I say.',
    },
    {
      text: 'المرضى كبار السن لا يشتكون. من سيخبر الحاسوب أنهم يتألمون؟',
      en: 'Elderly patients do not complain. Who will tell the computer that they are in pain?',
    },
  ],
};

/** Of the leaflet. */
export const demoReviews: Record<DemoLanguage, readonly DemoWords[]> = {
  en: [
    { text: '“It does not know you” sounds cold. Say that the nurse does.' },
    { text: 'It does not say who decides in the end. That is the first thing I would ask.' },
    { text: 'Say what I can do if I think it is wrong.' },
  ],
  kk: [
    { text: 'Соңында кім шешетіні жазылмаған.', en: 'It is not written who decides in the end.' },
    {
      text: 'Деректерім қайда барады? Осыны бір сөйлеммен айту керек.',
      en: 'Where do my data go? That should be said in one sentence.',
    },
  ],
  ar: [
    {
      text: 'النص قصير وجيد، لكنه لا يقول من يقرر.',
      en: 'The text is short and good, but it does not say who decides.',
    },
    {
      text: 'اكتبوا رقم من نتصل به إذا لم نفهم.',
      en: 'Write the number of somebody we can call if we do not understand.',
    },
  ],
};

/** How large a difference matters, in percentage points, and why. */
export const demoMargins: Record<DemoLanguage, readonly (DemoWords & { value: number })[]> = {
  en: [
    { value: 5, text: 'Five in a hundred is somebody in every waiting room.' },
    { value: 3, text: 'It could be my mother.' },
    { value: 10, text: 'Small differences happen by chance. Ten do not.' },
  ],
  kk: [
    { value: 5, text: 'Бес адам — бұл бір отбасы.', en: 'Five people are a family.' },
    {
      value: 2,
      text: 'Тіл үшін ешкім күтпеуі керек.',
      en: 'Nobody should wait because of a language.',
    },
    { value: 4, text: 'Одан көп болса, тексеру керек.', en: 'If it is more, it must be checked.' },
  ],
  ar: [
    {
      value: 5,
      text: 'لأن الفرق الصغير يكبر مع الأيام.',
      en: 'Because a small difference grows with the days.',
    },
    { value: 1, text: 'لا فرق مقبول عندي.', en: 'No difference is acceptable to me.' },
  ],
};

/** Was rejected, and may still be appealed. */
export const demoRefused: DemoWords & { value: number; note: string } = {
  value: 3,
  text: 'ثلاثة. وأنتم تعرفون في أي عيادة يحدث هذا ومن المسؤول.',
  note: 'Points at one person.',
};

/** To the question of the second round, which is still open. */
export const demoAnswers = {
  received: {
    text: 'Tell me how long, roughly. And who I can call if it gets worse. My number is 07700 900123, nobody rang me last time.',
  },
  redacted: {
    text: 'Шыдамды болғаныма рақмет айтып, тағы қанша күтетінімді айтса жеткілікті.',
  },
  rejected: {
    text: 'الممرضة التي كانت في المناوبة يوم الثلاثاء لم تقل لي شيئًا.',
    note: 'Describes a nurse who can be recognised.',
    appeal: 'لم أذكر اسمًا. أريد فقط أن يقال لنا كم سننتظر.',
  },
} as const;
