import type { LocalText } from '#surveys/model/languages.ts';

/** The first ones divide people, by turns one way and the other; of the last two nearly all think alike. */
export const statements: readonly LocalText[] = [
  {
    en: 'A computer may sort who is seen first.',
    kk: 'Кімді бірінші қарау керегін компьютер ретке келтірсін.',
    ar: 'يجوز للحاسوب أن يرتب من يُفحص أولًا.',
  },
  {
    en: 'I would rather wait longer than be sorted by a computer.',
    kk: 'Компьютер ретке келтіргенше, ұзағырақ күткенім жақсы.',
    ar: 'أفضل الانتظار مدة أطول على أن يرتبني حاسوب.',
  },
  {
    en: 'The computer sees what tired people miss.',
    kk: 'Шаршаған адам байқамағанды компьютер көреді.',
    ar: 'يرى الحاسوب ما يفوت المتعبين.',
  },
  {
    en: 'Only a person can know how ill somebody is.',
    kk: 'Біреудің қаншалықты ауыр екенін адам ғана біледі.',
    ar: 'وحده الإنسان يعرف مدى مرض غيره.',
  },
  {
    en: 'My records may be used to make the computer better.',
    kk: 'Компьютерді жақсарту үшін жазбаларым пайдаланылсын.',
    ar: 'يجوز استخدام سجلاتي لتحسين الحاسوب.',
  },
  {
    en: 'My records should never leave the ward.',
    kk: 'Жазбаларым бөлімшеден ешқашан шықпауы керек.',
    ar: 'يجب ألا تغادر سجلاتي القسم أبدًا.',
  },
  {
    en: 'I want to be told when a computer was used.',
    kk: 'Компьютер қолданылғанын маған айтсын.',
    ar: 'أريد أن يقال لي متى استُخدم حاسوب.',
  },
  {
    en: 'A nurse must be able to overrule the computer.',
    kk: 'Медбике компьютердің шешімін өзгерте алуы керек.',
    ar: 'يجب أن تتمكن الممرضة من نقض قرار الحاسوب.',
  },
];
