import type { LocalText } from '#surveys/model/languages.ts';
import type { DemoLanguage } from './people.ts';

/** What somebody wrote after a shift. */
export type DemoSurveyText = {
  text: string;
  /** As it was written, where something is to be taken out of it. */
  original?: string;
  /** Index of its code; left out: nobody has coded it. */
  code?: number;
};

export const demoSurveyCodes = [
  { name: 'Too many alarms', description: 'Warnings that come to nothing', theme: 0 },
  { name: 'Alarms at night', description: 'Few people, many warnings', theme: 0 },
  { name: 'Say why', description: 'Reasons for a warning', theme: 1 },
  { name: 'Time to look', description: 'Staff and time to act on it', theme: null },
  { name: 'It helps', description: 'Where it has helped already', theme: null },
] as const;

export const demoSurveyThemes: readonly { title: LocalText; summary: LocalText }[] = [
  {
    title: {
      en: 'Fewer false alarms',
      kk: 'Жалған дабыл азайсын',
      ar: 'إنذارات كاذبة أقل',
    },
    summary: {
      en: 'Warnings that come to nothing tire people, above all at night.',
      kk: 'Босқа шыққан ескертулер адамдарды шаршатады, әсіресе түнде.',
      ar: 'الإنذارات التي لا تُفضي إلى شيء تُتعب الناس، ولا سيما ليلًا.',
    },
  },
  {
    title: { en: 'Say why it warns', kk: 'Неге ескертетінін айтсын', ar: 'أن يقول لماذا يُنذر' },
    summary: {
      en: 'A warning with its reason can be checked quickly.',
      kk: 'Себебі айтылған ескертуді тез тексеруге болады.',
      ar: 'الإنذار المصحوب بسببه يمكن التحقق منه بسرعة.',
    },
  },
];

/** The first of each language are accepted, then some are redacted, and the last nobody has read yet. */
export const demoSurveyTexts: Record<DemoLanguage, readonly DemoSurveyText[]> = {
  en: [
    { text: 'Half of the alarms are nothing. I stop listening.', code: 0 },
    { text: 'It rings when somebody only turns in bed.', code: 0 },
    { text: 'Tell me which value made it ring, not only the score.', code: 2 },
    { text: 'At night there are two of us for thirty beds and the tablet never stops.', code: 1 },
    {
      text: '[left out] on our ward switches it off because of the noise.',
      original: 'Nurse Harriet on our ward switches it off because of the noise.',
      code: 0,
    },
    { text: 'It found a sepsis an hour before I would have. Keep it.', code: 4 },
    { text: 'Give us somebody to answer the warnings, or do not send them.', code: 3 },
    { text: 'A short line with the reason would save me three clicks.', code: 2 },
    { text: 'Fewer warnings, better ones.', code: 0 },
    { text: 'Show the trend of the last hours beside the warning.' },
    { text: 'Silence it for patients on palliative care.' },
    {
      text: 'The screen in bay 4 is broken, call [left out].',
      original: 'The screen in bay 4 is broken, call 07700 900321.',
    },
    { text: 'Train the night staff too, not only the day shift.' },
    { text: 'Let me say that I have looked, so that it stops.' },
    { text: 'The doctor on call should get the warning as well.' },
    { text: 'Nothing, I like it.' },
  ],
  kk: [
    { text: 'Дабылдың көбі жалған, адам үйреніп кетеді.', code: 0 },
    { text: 'Түнде екеуміз ғана боламыз, бәріне үлгермейміз.', code: 1 },
    { text: 'Неге ескертіп тұрғанын жазса екен.', code: 2 },
    { text: 'Тексеруге уақыт керек, ал уақыт жоқ.', code: 3 },
    { text: 'Бір рет науқасты құтқарды, рақмет.', code: 4 },
    { text: 'Ескерту аз болсын, бірақ дұрыс болсын.' },
    { text: 'Қазақша жазылса, жақсы болар еді.' },
    { text: 'Түнгі ауысымда дыбысын азайту керек.', code: 1 },
    { text: 'Дәрігерге де барсын.' },
    { text: 'Планшет жиі өшіп қалады.' },
    { text: 'Қарадым деп белгілейтін түйме керек.' },
    { text: 'Бәрі жақсы.' },
  ],
  ar: [
    { text: 'الإنذارات كثيرة ومعظمها لا شيء.', code: 0 },
    { text: 'في الليل نحن اثنتان فقط ولا نستطيع متابعة كل إنذار.', code: 1 },
    { text: 'نريد أن نعرف سبب الإنذار.', code: 2 },
    { text: 'لا وقت لدينا للتحقق من كل إنذار.', code: 3 },
    { text: 'ساعدنا مرة في اكتشاف حالة خطيرة مبكرًا.', code: 4 },
    { text: 'أن يظهر أي قيمة تغيّرت.' },
    { text: 'صوت أهدأ في الليل من فضلكم.', code: 1 },
    { text: 'تدريب قصير لكل نوبة.' },
    { text: 'أن يصل الإنذار إلى الطبيب أيضًا.' },
    { text: 'الشاشة بعيدة عن الأسرّة.' },
    { text: 'زر يقول إنني نظرت.' },
    { text: 'لا شيء.' },
  ],
};
