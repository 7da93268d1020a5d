/**
 * Words that praise and that complain; `best*` is every word that begins so, `best` this word alone. `neither`: longer
 * words that only begin like one of them. `negation`: whole words that turn the next ones round.
 */
export type Lexicon = { good: string; bad: string; neither?: string; negation: string };

/** Plain words of answers about care, ours: enough to find who speaks against the others, not to measure a mood. */
export const lexicons: Record<string, Lexicon> = {
  en: {
    good: `good great excellent* kind kindly kindness friendl* helpful* caring amazing* wonderful* fantastic*
      brilliant* clean quick quickly prompt promptly efficient* polite* professional* pleasant* pleased
      pleasing pleasure thank* love loved loves lovely best perfect perfectly comfort* support* happy
      happily reassur* superb* satisf* trust trusted trusting trustworthy safe safely easy easily clear
      clearly`,
    bad: `bad badly poor poorly rude* slow slowly slower late long longer delay* wait waits waited waiting
      terribl* awful* horribl* dirty unclean* painful* unhelpful* worst worse lack lacks lacked lacking
      ignored ignoring ignores ignore cold noisy noise confus* difficult* expensive broken wrong wrongly
      problem* complain* fear feared fears afraid worry worries worried worrying disappoint* unhappy
      unsafe danger* refus* distrust* dissatisf* unsatisf* uncomfort* unclear`,
    negation: `not no never isn't wasn't aren't weren't don't didn't doesn't cannot can't without hardly`,
  },
  de: {
    good: `gut gute gutem guten guter gutes freundlich* nett nette netten netter nettes hilfreich* toll tolle
      tollen toller tolles ausgezeichnet* hervorrag* sauber saubere sauberen sauberes schnell* kompetent*
      höflich* dank danke danken dankbar* dankeschön zufrieden* super perfekt* angenehm* verständlich*
      verständnis* sicher sichere klar klare klaren klares beste bestem besten bester bestes bestens schön*
      vertrau* sorgfältig* sorgsam* problemlos*`,
    bad: `schlecht* unfreundlich* unhöflich* langsam* spät verspät* lang lange langem langen langer langes
      warten wartet wartete warteten gewartet wartezeit* furchtbar* schlimm* schmutz* dreck* laute lautes
      lärm* kalt kalte kalten kaltes fehlt fehlte fehlten fehlend* mangel* problem* schwierig* teuer teure
      teuren falsch* verwirr* enttäusch* angst* ängst* sorge sorgen gefähr* beschwer* unsicher* misstrau*
      unzufrieden* unangenehm* unverständlich* unklar*`,
    neither: `vertraulich* verständnislos*`,
    negation: `nicht kein keine keinen keiner nie niemals ohne kaum`,
  },
  es: {
    good: `buen buena buenas bueno buenos amable* amabilidad excelente* genial* limpio limpia limpios limpias
      rápid* eficient* educad* profesional* gracias encant* mejor mejores perfect* cómod* apoy* contento
      contenta contentos contentas feliz satisf* confianza confiable* segura seguras fácil fáciles
      fácilmente claro clara claros claras útil útiles maravill* cariños*`,
    bad: `mal malo mala malos malas peor peores groser* lento lenta lentos lentas lentitud tardan tardanza*
      tardaron tardó largo larga largos largas demor* espera esperas esperar esperando esperé esperamos
      esperaron terrible* horrible* suci* doloros* falta faltan faltaba faltó ignor* frío fría fríos frías
      ruido* confus* difícil* dificult* caro caros carísim* roto rota rotos rotas equivoc* problem* quej*
      miedo* preocup* decepcion* insegur* peligr* desconfi* insatisf* incómod*`,
    negation: `no nunca jamás sin ni tampoco apenas`,
  },
  ru: {
    good: `хорош* отличн* добрый добрая добрые доброе добрым доброжелат* доброт* вежлив* внимател* чист*
      быстр* профессионал* спасибо благодар* лучш* прекрасн* удобн* довольн* доволен понятн* помог*
      заботлив* надежн* надёжн* довер* безопасно безопасный безопасная безопасное`,
    bad: `плох* груб* медлен* долго долгий долгая долгое долгие долгих дольше поздн* ожидани* ожидал* ждать
      ждал* ужасн* грязн* боль боли болью больно болит болел* болезненн* шумн* холодн* непонятн* сложн*
      дорого дороговизн* ошиб* проблем* жалоб* страх страха страхом страшн* боюсь боят* беспоко*
      разочаров* опасн* опаса* хам хамств* недовер* недовол* неудобн* невнимател*`,
    neither: `довольно благодаря`,
    negation: `не нет никогда без ни`,
  },
  tr: {
    good: `iyi* güzel* harika* nazik* ilgili* güler temiz* hızlı* profesyonel* teşekkür* memnun* mükemmel*
      rahat* yardımsever* başarılı* güven* kolay* anlaşılır* sorunsuz*`,
    bad: `kötü* kaba kabaydı kabalık* yavaş* geç gecik* uzun* bekle* berbat* pis pisti pislik* kirli* ağrı*
      ilgisiz* soğuk* gürültü* zor zordu zorluk* pahalı* bozuk* yanlış* sorun* şikayet* kork* endişe*
      tehlike* yetersiz* güvensiz* güvenmi* güvenmed* rahatsız* memnuniyetsiz*`,
    neither: `iyileş* güvenlik* temizlik* temizliğ* beklenti* korkusuz* uzunluk* uzunluğ*`,
    negation: `değil yok hiç asla`,
  },
  ar: {
    good: `جيد* ممتاز* رائع* لطيف* ودود* نظيف* سريع* محترم* شكر* أفضل مريح* سعيد* راض راضي راضية راضون
      مفيد* واضح* سهل* آمن* ثقة*`,
    bad: `سيئ* سيء* بطيء* بطيئ* طويل* تأخ* انتظار* متأخر* فظيع* قذر* وسخ* مؤلم* ألم نقص* بارد* ضوضاء* صعب*
      غالي* خطأ* مشكل* شكوى* خوف* أخاف* أخشى* قلق* خطر* خطير*`,
    negation: `لا لم لن ليس ليست غير بدون ما`,
  },
  zh: {
    good: `好 棒 优秀 友善 亲切 干净 快 专业 感谢 谢谢 满意 舒适 耐心 放心 清楚 方便 信任 安全`,
    bad: `差 坏 慢 久 等待 等了 延误 粗鲁 脏 痛 吵 冷 困难 贵 错 问题 投诉 害怕 担心 失望 危险 不足 好久`,
    neither: `好像 只好 最好 差不多 慢性 贵院 尽快 不久`,
    negation: `不 没 没有 没什么 没有什么 无 未`,
  },
  kk: {
    good: `жақсы* керемет* мейірімді* сыпайы* таза* жылдам* кәсіби* рахмет* алғыс* ыңғайлы* түсінікті* сенім*
      қауіпсіз* тамаша* риза*`,
    bad: `жаман* нашар* дөрекі* баяу* ұзақ* кеш кешік* кешіг* күту күтуге күттік күттім күттір* лас ауыр
      ауырды ауырт* шулы* суық* қиын* қымбат қате қателік* қателес* мәселе* шағым* қорқ* алаңда* қауіпті*
      сенімсіз* ыңғайсыз* түсініксіз*`,
    neither: `тазалы* қауіпсіздік* қауіпсіздіг*`,
    negation: `емес жоқ ешқашан`,
  },
  fr: {
    good: `bon bonne bons bonnes gentil* aimable* excellent* super propre propres rapide* efficace* poli polie
      polis polies poliment professionnel* merci meilleur* parfait* confort* content contente contents
      contentes heureux heureuse heureuses satisf* confiance confiant* sûr sûre sûrs sûres facile facilement
      faciles clair claire clairs claires clairement utile utiles attentif* attentiv* attentionn*`,
    bad: `mauvais* impoli* lent lente lents lentes lentement lenteur* tard long longs longue longues longtemps
      retard* attente attentes attendre attendu attendons attendent terrible* horrible* sale sales saleté*
      douloureu* manqu* ignor* froid* bruit* bruyant* confus* difficile* difficult* cher chère chers chères
      cassé* faux fausse* problème* plainte plaintes peur peurs inqui* déçu* déception* danger* insatisf*
      mécontent*`,
    negation: `pas non jamais sans ni aucun aucune`,
  },
};
