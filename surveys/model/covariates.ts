import type { LocalText } from './languages.ts';

export const covariateIds = ['role', 'experience', 'ai-training', 'ai-understanding'] as const;
export type CovariateId = (typeof covariateIds)[number];

export type Covariate = {
  id: CovariateId;
  question: LocalText;
  options: { code: number; label: LocalText }[];
};

const role: Covariate = {
  id: 'role',
  question: {
    en: 'What is your role?',
    kk: 'Сіздің қызметіңіз қандай?',
    ru: 'Кем Вы работаете?',
    de: 'Welche Funktion haben Sie?',
    es: '¿Cuál es su función?',
    ar: 'ما دوركم الوظيفي؟',
    zh: '您的岗位是什么？',
  },
  options: [
    {
      code: 1,
      label: {
        en: 'Registered nurse',
        kk: 'Мейіргер',
        ru: 'Медицинская сестра или медицинский брат',
        de: 'Pflegefachperson',
        es: 'Enfermera o enfermero',
        ar: 'ممرض مسجّل أو ممرضة مسجّلة',
        zh: '注册护士',
      },
    },
    {
      code: 2,
      label: {
        en: 'Midwife',
        kk: 'Акушер',
        ru: 'Акушерка или акушер',
        de: 'Hebamme',
        es: 'Matrona o matrón',
        ar: 'قابلة',
        zh: '助产士',
      },
    },
    {
      code: 3,
      label: {
        en: 'Healthcare assistant',
        kk: 'Кіші медицина қызметкері',
        ru: 'Младший медицинский персонал',
        de: 'Pflegeassistenz',
        es: 'Auxiliar de enfermería',
        ar: 'مساعد أو مساعدة رعاية صحية',
        zh: '护理员',
      },
    },
    {
      code: 4,
      label: {
        en: 'Nurse leader or manager',
        kk: 'Аға мейіргер немесе мейіргер қызметінің басшысы',
        ru: 'Старшая медсестра или руководитель сестринской службы',
        de: 'Pflegeleitung',
        es: 'Supervisión o dirección de enfermería',
        ar: 'رئاسة التمريض أو إدارته',
        zh: '护士长或护理管理者',
      },
    },
    {
      code: 5,
      label: {
        en: 'Student',
        kk: 'Білім алушы',
        ru: 'Студент или студентка',
        de: 'In Ausbildung oder Studium',
        es: 'Estudiante',
        ar: 'طالب أو طالبة',
        zh: '学生',
      },
    },
    {
      code: 6,
      label: {
        en: 'Other',
        kk: 'Басқа',
        ru: 'Другое',
        de: 'Andere',
        es: 'Otra',
        ar: 'غير ذلك',
        zh: '其他',
      },
    },
  ],
};

const experience: Covariate = {
  id: 'experience',
  question: {
    en: 'How many years have you worked in health care?',
    kk: 'Денсаулық сақтау саласында неше жыл жұмыс істейсіз?',
    ru: 'Сколько лет Вы работаете в здравоохранении?',
    de: 'Wie viele Jahre arbeiten Sie schon im Gesundheitswesen?',
    es: '¿Cuántos años lleva trabajando en la atención sanitaria?',
    ar: 'كم سنة عملتم في مجال الرعاية الصحية؟',
    zh: '您在医疗行业工作了多少年？',
  },
  options: [
    {
      code: 1,
      label: {
        en: 'Less than 2 years',
        kk: '2 жылдан аз',
        ru: 'Менее 2 лет',
        de: 'Weniger als 2 Jahre',
        es: 'Menos de 2 años',
        ar: 'أقل من سنتين',
        zh: '不到2年',
      },
    },
    {
      code: 2,
      label: {
        en: '2 to 5 years',
        kk: '2–5 жыл',
        ru: '2–5 лет',
        de: '2 bis 5 Jahre',
        es: 'De 2 a 5 años',
        ar: 'من سنتين إلى 5 سنوات',
        zh: '2至5年',
      },
    },
    {
      code: 3,
      label: {
        en: '6 to 10 years',
        kk: '6–10 жыл',
        ru: '6–10 лет',
        de: '6 bis 10 Jahre',
        es: 'De 6 a 10 años',
        ar: 'من 6 إلى 10 سنوات',
        zh: '6至10年',
      },
    },
    {
      code: 4,
      label: {
        en: '11 to 20 years',
        kk: '11–20 жыл',
        ru: '11–20 лет',
        de: '11 bis 20 Jahre',
        es: 'De 11 a 20 años',
        ar: 'من 11 إلى 20 سنة',
        zh: '11至20年',
      },
    },
    {
      code: 5,
      label: {
        en: 'More than 20 years',
        kk: '20 жылдан көп',
        ru: 'Более 20 лет',
        de: 'Mehr als 20 Jahre',
        es: 'Más de 20 años',
        ar: 'أكثر من 20 سنة',
        zh: '超过20年',
      },
    },
  ],
};

const aiTraining: Covariate = {
  id: 'ai-training',
  question: {
    en: 'What training in artificial intelligence (AI) have you had?',
    kk: 'Жасанды интеллект (ЖИ) бойынша қандай оқудан өттіңіз?',
    ru: 'Какое обучение по искусственному интеллекту (ИИ) Вы прошли?',
    de: 'Welche Schulung zu künstlicher Intelligenz (KI) haben Sie erhalten?',
    es: '¿Qué formación en inteligencia artificial (IA) ha recibido usted?',
    ar: 'ما التدريب الذي تلقيتموه في مجال الذكاء الاصطناعي؟',
    zh: '您接受过哪些人工智能（AI）培训？',
  },
  options: [
    {
      code: 1,
      label: {
        en: 'None',
        kk: 'Ешқандай оқудан өткен жоқпын',
        ru: 'Никакого',
        de: 'Keine',
        es: 'Ninguna',
        ar: 'لم أتلقَّ أي تدريب',
        zh: '没有接受过',
      },
    },
    {
      code: 2,
      label: {
        en: 'Less than one day',
        kk: 'Бір күннен аз',
        ru: 'Менее одного дня',
        de: 'Weniger als einen Tag',
        es: 'Menos de un día',
        ar: 'أقل من يوم واحد',
        zh: '不到一天',
      },
    },
    {
      code: 3,
      label: {
        en: 'One day or more',
        kk: 'Бір күн немесе одан көп',
        ru: 'Один день или больше',
        de: 'Einen Tag oder länger',
        es: 'Un día o más',
        ar: 'يوم واحد أو أكثر',
        zh: '一天或以上',
      },
    },
    {
      code: 4,
      label: {
        en: 'A formal course with a certificate',
        kk: 'Сертификат берілетін ресми курс',
        ru: 'Официальный курс с сертификатом',
        de: 'Einen Kurs mit Zertifikat',
        es: 'Un curso formal con certificado',
        ar: 'دورة رسمية بشهادة',
        zh: '有证书的正式课程',
      },
    },
  ],
};

const aiUnderstanding: Covariate = {
  id: 'ai-understanding',
  question: {
    en: 'How well do you understand artificial intelligence (AI)?',
    kk: 'Жасанды интеллектіні (ЖИ) қаншалықты түсінесіз?',
    ru: 'Насколько хорошо Вы разбираетесь в искусственном интеллекте (ИИ)?',
    de: 'Wie gut kennen Sie sich mit künstlicher Intelligenz (KI) aus?',
    es: '¿Cuánto sabe usted de inteligencia artificial (IA)?',
    ar: 'ما مدى فهمكم للذكاء الاصطناعي؟',
    zh: '您对人工智能（AI）了解多少？',
  },
  options: [
    {
      code: 1,
      label: {
        en: 'I know nothing about it',
        kk: 'Мүлдем түсінбеймін',
        ru: 'Совсем не разбираюсь',
        de: 'Gar nicht',
        es: 'Nada',
        ar: 'لا أعرف عنه شيئًا',
        zh: '完全不了解',
      },
    },
    {
      code: 2,
      label: {
        en: 'I know the basics',
        kk: 'Негіздерін түсінемін',
        ru: 'Знаю основы',
        de: 'Ich kenne die Grundlagen',
        es: 'Lo básico',
        ar: 'أعرف الأساسيات',
        zh: '了解基本知识',
      },
    },
    {
      code: 3,
      label: {
        en: 'I know it well',
        kk: 'Жақсы түсінемін',
        ru: 'Хорошо разбираюсь',
        de: 'Gut',
        es: 'Bastante',
        ar: 'أعرفه جيدًا',
        zh: '比较了解',
      },
    },
    {
      code: 4,
      label: {
        en: 'I am an expert',
        kk: 'Сарапшы деңгейінде түсінемін',
        ru: 'Разбираюсь на уровне эксперта',
        de: 'Auf Expertenniveau',
        es: 'A nivel experto',
        ar: 'لديّ معرفة الخبراء',
        zh: '专家水平',
      },
    },
  ],
};

/** Asked of staff once per response; each level is a group results may be split by. */
export const staffCovariates: readonly Covariate[] = [
  role,
  experience,
  aiTraining,
  aiUnderstanding,
];

/** A level's code, null where it was not stated; only the covariates that the study asks for. */
export type CovariateAnswers = Partial<Record<CovariateId, number | null>>;
