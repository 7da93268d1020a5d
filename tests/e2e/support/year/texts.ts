export type Tongue = 'en' | 'ar' | 'kk';
export type Text = Record<Tongue, string>;

export const panelTitle: Text = {
  en: 'Voices of the year',
  ar: 'أصوات العام',
  kk: 'Жыл дауыстары',
};

export const about: Text = {
  en: 'You tell us what an alert should say.',
  ar: 'تقولون لنا ما الذي يجب أن يقوله التنبيه.',
  kk: 'Ескерту не айтуы керек екенін бізге айтасыз.',
};

export const alertPrompt: Text = {
  en: 'What should an alert say?',
  ar: 'ماذا يجب أن يقول التنبيه؟',
  kk: 'Ескерту не айтуы керек?',
};

export const worryPrompt: Text = {
  en: 'What worries you?',
  ar: 'ما الذي يقلقك؟',
  kk: 'Сізді не алаңдатады?',
};

export const roundTitle: Text = { en: 'First round', ar: 'الجولة الأولى', kk: 'Бірінші кезең' };

export const statement: Text = {
  en: 'An alert should come with a sound.',
  ar: 'يجب أن يأتي التنبيه مع صوت.',
  kk: 'Ескерту дыбыспен келуі керек.',
};

export const request: Text = {
  en: 'Say why an alert came, and who will come.',
  ar: 'قولوا لماذا جاء التنبيه ومن سيأتي.',
  kk: 'Ескертудің неге келгенін және кім келетінін айтыңыз.',
};

export const reason: Text = {
  en: 'The cause can be shown. Who comes is not known in time.',
  ar: 'يمكن إظهار السبب. لا يُعرف في الوقت المناسب من سيأتي.',
  kk: 'Себебін көрсетуге болады. Кім келетіні уақытында белгісіз.',
};

export const change: Text = {
  en: 'The alert now names its cause.',
  ar: 'يذكر التنبيه سببه الآن.',
  kk: 'Ескерту енді себебін айтады.',
};

export const outcome: Text = {
  en: 'We heard that the cause of an alert matters most.',
  ar: 'سمعنا أن سبب التنبيه هو الأهم.',
  kk: 'Ең маңыздысы ескертудің себебі екенін естідік.',
};

/** What people say. What stands in `secrets` must never reach anybody else. */
export const listedName = 'فاطمة';
export const phoneNumber = '07700 900123';
export const quoteOfAmina = 'يجب أن يقول التنبيه لماذا جاء';
export const wordsOfAmina = `${quoteOfAmina}. قالت ${listedName} إنها لا تفهمه. رقمي ${phoneNumber}.`;
export const wordsOfKairat = 'Ескерту қазақ тілінде де айтылсын.';
export const rejectedWords = 'Асханадағы сорпа суық болды.';
export const wordsOfEllen = 'Say first who will walk to my bed.';
