/** Beginnings of words that praise and that complain, and whole words that turn the next ones round. */
type Lexicon = { good: string; bad: string; negation: string };

const lexicons: Record<string, Lexicon> = {
  en: {
    good: `good great excellent kind friendl helpful caring amazing wonderful fantastic brilliant clean
      quick prompt efficient polite professional pleas thank love best perfect comfort support happy
      reassur lovely superb satisf trust safe easy clear`,
    bad: `bad poor rude slow late long delay wait terribl awful horribl dirty unclean painful unhelpful
      worst lack ignor cold noisy confus difficult expensive broken wrong never problem complain
      fear afraid worr disappoint unhappy unsafe danger refus distrust`,
    negation: `not no never isn't wasn't aren't weren't don't didn't doesn't cannot can't without hardly`,
  },
  de: {
    good: `gut freundlich nett hilfreich toll ausgezeichnet hervorrag sauber schnell kompetent höflich
      dank zufrieden super perfekt angenehm verständ sicher klar einfach best schön vertrau`,
    bad: `schlecht unfreundlich unhöflich langsam spät lang wart furchtbar schlimm schmutzig dreckig laut
      kalt fehlt fehlend mangel problem schwierig teuer falsch verwirr enttäusch angst sorg
      gefähr beschwer unsicher misstrau`,
    negation: `nicht kein keine keinen keiner nie niemals ohne kaum`,
  },
  es: {
    good: `buen amable excelente genial limpi rápid eficient educad profesional graci encant mejor
      perfect cómod apoy content feliz satisf confi segur fácil clar útil maravill`,
    bad: `mal peor grosera grosero lent tard larg demor esper terrible horrible suci doloros falt ignor
      frí ruid confus difícil car rot equivoc problem quej miedo preocup decepcion inseguro
      insegura peligr desconfi`,
    negation: `no nunca jamás sin ni tampoco apenas`,
  },
  ru: {
    good: `хорош отличн добр вежлив внимател чист быстр профессионал спасибо благодар лучш прекрасн
      удобн довол понятн помог заботлив надежн надёжн довер безопасн`,
    bad: `плох груб медлен долг поздн ожидан ждать ждал ужасн грязн больно боль шумн холодн непонятн
      сложн дорог ошиб проблем жалоб страх страшн боюсь боят беспоко разочаров опасн хам недовер`,
    negation: `не нет никогда без ни`,
  },
  tr: {
    good: `iyi güzel harika nazik ilgili güler temiz hızlı profesyonel teşekkür memnun mükemmel rahat
      yardımsever başarılı güven kolay anlaşılır`,
    bad: `kötü kaba yavaş geç uzun bekle berbat pis kirli ağrı ilgisiz soğuk gürültü zor pahalı bozuk
      yanlış sorun şikayet korku kork endişe tehlike yetersiz güvensiz`,
    negation: `değil yok hiç asla`,
  },
  ar: {
    good: `جيد ممتاز رائع لطيف ودود نظيف سريع محترم شكر أفضل مريح سعيد راض مفيد واضح سهل آمن ثقة`,
    bad: `سيئ سيء بطيء طويل تأخ انتظار متأخر فظيع قذر وسخ مؤلم ألم نقص بارد ضوضاء صعب غالي خطأ مشكل
      شكوى خوف أخاف أخشى قلق خطر`,
    negation: `لا لم لن ليس ليست غير بدون ما`,
  },
  zh: {
    good: `好 棒 优秀 友善 亲切 干净 快 专业 感谢 谢谢 满意 舒适 耐心 放心 清楚 方便 信任 安全`,
    bad: `差 坏 慢 久 等待 等了 延误 粗鲁 脏 痛 吵 冷 困难 贵 错 问题 投诉 害怕 担心 失望 危险 不足`,
    negation: `不 没 没有 无 未`,
  },
  kk: {
    good: `жақсы керемет мейірімді сыпайы таза жылдам кәсіби рахмет алғыс ыңғайлы түсінікті сенім
      қауіпсіз тамаша риза`,
    bad: `жаман нашар дөрекі баяу ұзақ кеш күту күттік лас ауыр шулы суық қиын қымбат қате мәселе шағым
      қорқ алаңда қауіпті`,
    negation: `емес жоқ ешқашан`,
  },
  fr: {
    good: `bon gentil aimable excellent super propre rapide efficace poli professionnel merci meilleur
      parfait confort content heureu satisf confian sûr facile clair utile`,
    bad: `mauvais impoli lent tard long retard attent attend terrible horrible sale douloureu manqu
      ignor froid bruit confus difficile cher cassé faux problème plainte peur inqui déçu danger`,
    negation: `pas non jamais sans ni aucun aucune`,
  },
};

const split = (words: string) => words.split(/\s+/u).filter((word) => word !== '');

type Read = { good: string[]; bad: string[]; negation: Set<string>; isJoined: boolean };
const read = new Map<string, Read | null>();

function lexiconOf(language: string): Read | null {
  const tag = language.toLowerCase().split('-')[0] ?? '';
  const known = read.get(tag);
  if (known !== undefined) return known;
  const own = lexicons[tag];
  const made = own
    ? {
        ...{ good: split(own.good), bad: split(own.bad), negation: new Set(split(own.negation)) },
        isJoined: tag === 'zh',
      }
    : null;
  read.set(tag, made);
  return made;
}

function joinedPolarity(text: string, { good, bad, negation }: Read): number {
  let sum = 0;
  for (const [words, sign] of [
    [good, 1],
    [bad, -1],
  ] as const) {
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        sum += negation.has(text[at - 1] ?? '') ? -sign : sign;
      }
    }
  }
  return sum;
}

/** How far a negation reaches: to the words after it, in Turkish and Kazakh to the one before. */
const reach = { after: 3, before: 1 };
const negatesBefore = new Set(['tr', 'kk']);

/**
 * Whether a text rather praises or complains, by short lists of plain words: enough to find one answer that speaks
 * against the others, not to measure a mood.
 *
 * s = (praising − complaining) / (praising + complaining), a negation near it turns one round.
 *
 * @param text as written. @param language BCP 47 tag.
 * @returns [−1, 1]; null without such words or without a list for the language.
 */
export function polarityOf(text: string, language: string): number | null {
  const lexicon = lexiconOf(language);
  if (!lexicon) return null;
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  if (lexicon.isJoined) {
    const sum = joinedPolarity(plain, lexicon);
    return sum === 0 ? null : Math.sign(sum);
  }
  const starts = (word: string) => (beginning: string) => word.startsWith(beginning);
  const words = [...plain.matchAll(/[\p{L}\p{M}']+/gu)].map(([word]) => word);
  const isBefore = negatesBefore.has(language.toLowerCase().split('-')[0] ?? '');
  let [good, bad] = [0, 0];
  for (const [at, word] of words.entries()) {
    if (lexicon.negation.has(word)) continue;
    const isGood = lexicon.good.some(starts(word));
    if (!isGood && !lexicon.bad.some(starts(word))) continue;
    const near = isBefore
      ? words.slice(at + 1, at + 1 + reach.before)
      : words.slice(Math.max(0, at - reach.after), at);
    if (isGood !== near.some((other) => lexicon.negation.has(other))) good += 1;
    else bad += 1;
  }
  return good + bad === 0 ? null : (good - bad) / (good + bad);
}
