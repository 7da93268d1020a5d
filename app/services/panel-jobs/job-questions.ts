import type { Language, LocalText } from '#surveys/model/languages.ts';

const debriefing: Record<Language, (wording: string) => string> = {
  en: (w) =>
    `A questionnaire says: “${w}”\n\nWhat does this sentence mean to you? Please say it in your own words. Is any word unclear? Could it hurt somebody?`,
  kk: (w) =>
    `Сауалнамада былай делінген: «${w}»\n\nБұл сөйлем сіз үшін нені білдіреді? Өз сөзіңізбен айтыңызшы. Түсініксіз сөз бар ма? Ол біреудің көңіліне тиюі мүмкін бе?`,
  ru: (w) =>
    `В анкете написано: «${w}»\n\nЧто для вас значит эта фраза? Скажите, пожалуйста, своими словами. Есть ли непонятное слово? Может ли она кого-то задеть?`,
  de: (w) =>
    `In einem Fragebogen steht: „${w}“\n\nWas bedeutet dieser Satz für Sie? Bitte sagen Sie es mit Ihren eigenen Worten. Ist ein Wort unklar? Könnte er jemanden verletzen?`,
  es: (w) =>
    `Un cuestionario dice: «${w}»\n\n¿Qué significa esta frase para usted? Dígalo, por favor, con sus propias palabras. ¿Hay alguna palabra que no se entienda? ¿Podría herir a alguien?`,
  ar: (w) =>
    `يقول الاستبيان: «${w}»\n\nماذا تعني هذه الجملة لكم؟ قولوا ذلك بكلماتكم. هل فيها كلمة غير واضحة؟ وهل يمكن أن تجرح أحدًا؟`,
  zh: (w) =>
    `问卷上写着：“${w}”\n\n这句话对您来说是什么意思？请用自己的话说一说。有没有看不懂的词？会不会伤害到别人？`,
};

const review: Record<Language, string> = {
  en: 'Please read this text. What is unclear? What is missing? What should be said in another way?',
  kk: 'Осы мәтінді оқып шығыңызшы. Не түсініксіз? Не жетіспейді? Нені басқаша айту керек?',
  ru: 'Прочитайте, пожалуйста, этот текст. Что непонятно? Чего не хватает? Что сказать иначе?',
  de: 'Bitte lesen Sie diesen Text. Was ist unklar? Was fehlt? Was sollte anders gesagt werden?',
  es: 'Lea, por favor, este texto. ¿Qué no se entiende? ¿Qué falta? ¿Qué debería decirse de otra manera?',
  ar: 'اقرؤوا هذا النص من فضلكم. ما الذي لا يتضح؟ وما الذي ينقصه؟ وما الذي ينبغي أن يقال بطريقة أخرى؟',
  zh: '请阅读这段文字。哪里不清楚？缺少什么？哪些地方应该换一种说法？',
};

const margin: Record<Language, string> = {
  en: 'How many more people in a hundred must be treated worse in one group before you say: this is not fair, do something? Please write a number, and why.',
  kk: 'Бір топта жүз адамнан тағы қанша адамға нашарырақ қызмет көрсетілсе, сіз «бұл әділетсіз, бірдеңе істеңіздер» дейсіз? Санын және неліктен екенін жазыңызшы.',
  ru: 'Со сколькими ещё людьми из ста должны хуже обойтись в одной группе, чтобы вы сказали: «Это несправедливо, сделайте что-нибудь»? Напишите, пожалуйста, число и почему.',
  de: 'Wie viele Menschen von hundert müssen in einer Gruppe mehr schlechter behandelt werden, bis Sie sagen: Das ist ungerecht, tut etwas? Bitte schreiben Sie eine Zahl, und warum.',
  es: '¿A cuántas personas más de cada cien tiene que irles peor en un grupo para que usted diga: esto no es justo, hagan algo? Escriba, por favor, un número y por qué.',
  ar: 'كم شخصًا إضافيًا من كل مئة يجب أن يعامل معاملة أسوأ في مجموعة واحدة حتى تقولوا: هذا ليس عدلًا، افعلوا شيئًا؟ اكتبوا من فضلكم رقمًا، ولماذا.',
  zh: '在一个群体中，每一百人里要再多几个人受到较差的对待，您才会说：这不公平，必须做点什么？请写一个数字，并说明为什么。',
};

function inLanguages(
  languages: readonly Language[],
  words: (language: Language) => string | undefined,
): LocalText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = words(language);
      return text === undefined ? [] : [[language, text]];
    }),
  );
}

/** What an item means, asked with its wording in each language that has one. */
export function debriefingQuestion(languages: readonly Language[], wording: LocalText): LocalText {
  return inLanguages(languages, (language) => {
    const text = wording[language];
    return text === undefined ? undefined : debriefing[language](text);
  });
}

export function reviewQuestion(languages: readonly Language[]): LocalText {
  return inLanguages(languages, (language) => review[language]);
}

export function marginQuestion(languages: readonly Language[]): LocalText {
  return inLanguages(languages, (language) => margin[language]);
}
