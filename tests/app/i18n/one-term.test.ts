import { describe, expect, it } from 'vitest';
import type { Language } from '#surveys/model/languages.ts';
import { namespaces, textsOf } from './texts.ts';

type Variant = {
  language: Language;
  /** Catalogues in which it must not stand; without: in none. */
  of?: readonly string[];
  variant: RegExp;
  /** What catalogues said. */
  was: string;
};

/**
 * Imperatives and verbs to one person and words with their pronoun, as catalogues had them.
 * What is written like a past tense of somebody else, as صحّح, is left out.
 */
const toOnePerson = new RegExp(
  String.raw`(?<![\p{L}\p{M}])[وف]?(?:${[
    ...['اختر', 'اذكر', 'أدخل', 'أدخِل', 'اكتب', 'قل', 'أعد', 'افتح', 'انظر', 'أضف', 'اسأل', 'انسخ'],
    ...['سمِّ', 'سمّ', 'ابدأ', 'اطلب', 'حدد', 'اسحب', 'احفظ', 'انقل', 'اقرأ', 'اترك', 'أعطِ', 'أزل'],
    ...['اختصر', 'استبعد', 'ارجع', 'اطلع', 'افحص', 'اقبل', 'احمِ', 'راعِ', 'أدر', 'أبقِ', 'قِس'],
    ...['أشرك', 'التزم', 'ألغها', 'صحّحها', 'قسّمه', 'قارنه', 'انسخه', 'أغلقه', 'أنت', 'أنك', 'لك'],
    ...['عليك', 'لديك', 'يمكنك', 'بدأتَه', 'موقعك', 'مكانك', 'قلقك', 'يقلقك', 'نسألك', 'غيرك'],
    ...['اسمك', 'كلماتك', 'قرارك', 'رأيك', 'ردك', 'دورك', 'سؤالك', 'سببك', 'تأكيدك', 'استنتاجك'],
    ...['تغييرك', 'اختيارك', 'إجاباتك', 'لجنتك', 'دخولك', 'مجموعتك', 'بكلماتك', 'بقلقك'],
    ...['قلته', 'قصدت', 'عرفت', 'لصقته', 'أدخلته', 'تستنتجه', 'فتحت', 'أجبت', 'ستتلقى'],
  ].join('|')})(?![\p{L}\p{M}])`,
  'u',
);

/** Words beside the one that catalogues have for a thing: a reader would take them for another thing. */
const variants: readonly Variant[] = [
  // A condition can be added without an approval.
  { language: 'en', variant: /condition of an approval/u, was: 'A condition of an approval is' },
  { language: 'es', variant: /condición de una aprobación/u, was: 'condición de una aprobación' },
  { language: 'ru', variant: /условие одобрения/u, was: 'Не выполнено условие одобрения' },
  { language: 'kk', variant: /Мақұлдау шарты/u, was: 'Мақұлдау шарты орындалмаған' },
  { language: 'ar', variant: /شرط لموافقة/u, was: 'شرط لموافقة لم يتحقق' },
  { language: 'zh', variant: /批准所附条件/u, was: '批准所附条件未满足' },
  // A batch of records.
  { language: 'en', of: ['intake'], variant: /deliver/iu, was: 'take back the delivery' },
  { language: 'kk', of: ['intake'], variant: /жеткізілім/u, was: 'бар жеткізілімді кері алыңыз' },
  { language: 'ar', of: ['intake'], variant: /الإرسال الذي/u, was: 'اسحب أولًا الإرسال الذي' },
  // An interval, in percent.
  { language: 'en', variant: /[\d}] %/u, was: '95 % interval' },
  { language: 'kk', variant: /[\d}] %/u, was: '95 % аралық' },
  { language: 'ar', variant: /[\d}] %/u, was: 'مجال 95 %' },
  { language: 'ru', variant: /\d %-|%-н|\d % интервал/u, was: '95%-ный интервал' },
  { language: 'ru', variant: /\d %-|%-н|\d % интервал/u, was: '95 %-й интервал' },
  { language: 'ru', variant: /\d %-|%-н|\d % интервал/u, was: '95 % интервал' },
  {
    ...{ language: 'ar', of: ['oversight', 'themes', 'monitoring', 'gates', 'analyses'] },
    ...{ variant: /مجال/u, was: 'مجال 95%' },
  },
  { language: 'kk', variant: /интервал/iu, was: '95%-дық сенім интервалы' },
  { language: 'kk', variant: /%(?:-дық)? аралы[қғ]/u, was: 'Үлес, % (95% аралық)' },
  { language: 'zh', variant: /% ?区间/u, was: '95% 区间' },
  {
    ...{ language: 'zh', of: ['analyses', 'board', 'gates', 'oversight', 'results', 'themes'] },
    ...{ variant: /(?<!置信)区间/u, was: '区间过宽，无法判断' },
  },
  // A period of what is watched.
  {
    ...{ language: 'ar', of: ['monitoring', 'intake', 'metrics'] },
    ...{ variant: /(?<!\p{L})(?:[وبل]?ال|[وبل])?(?:مدة|مدد)(?!\p{L})/u, was: 'لإرسال مدة كاملة' },
  },
  { language: 'zh', variant: /时段/u, was: '时段的结束早于开始' },
  { language: 'zh', of: ['intake'], variant: /期间/u, was: '在该期间内重新开始' },
  // An alert; the false alarm keeps its name.
  { language: 'de', variant: /\bAlarm/u, was: 'und ein Alarm wird ausgelöst' },
  {
    ...{ language: 'ru', of: ['monitoring', 'intake', 'errors'] },
    ...{ variant: /(?<!ложн\p{L}+ )тревог|оповещен/iu, was: 'появится тревога' },
  },
  // What cannot be said so in the language.
  {
    language: 'de',
    of: ['fairness'],
    variant: /über die sie schließt/u,
    was: 'über die sie schließt',
  },
  { language: 'de', of: ['panel'], variant: /gefolgt/iu, was: 'Teilweise gefolgt' },
  { language: 'ar', of: ['fairness'], variant: /يخلص إليه/u, was: 'الإصدار الذي يخلص إليه' },
  { language: 'zh', variant: /[\p{sc=Han}}”）》][:;,?!](?!\/\/)/u, was: '未做到: {{number}}' },
  // Chance, margins, risks, places and instruments.
  { language: 'ar', variant: /صدفة/u, was: 'لا شيء فوق الصدفة' },
  { language: 'ar', variant: /الحد المسموح/u, was: 'الحد المسموح' },
  { language: 'ar', variant: /هذا النشر|إدخال نشر|نشرًا جديدًا/u, was: 'هذا النشر موقوف' },
  { language: 'ar', variant: /خطة مراقبة|سجلات (?:ال)?مراقبة/u, was: 'خطة مراقبة' },
  { language: 'ar', of: ['monitoring'], variant: /المكان|الأماكن/u, was: 'المكان' },
  { language: 'ar', of: ['monitoring', 'settings'], variant: /رسم|رسوم/u, was: 'ويُظهر الرسم' },
  { language: 'ar', of: ['jobs', 'outcomes'], variant: /أداة(?! (?:ال)?قياس)/u, was: 'الأداة' },
  {
    ...{ language: 'ar', of: ['metrics', 'monitoring', 'results'] },
    ...{ variant: /خطورة|مخاطر/u, was: 'مجاميع معدلة بالخطورة' },
  },
  { language: 'kk', variant: /эталон/iu, was: 'Бекітілген эталондар' },
  { language: 'kk', variant: /толқын/iu, was: 'Сынаған зерттеудің толқыны' },
  { language: 'kk', variant: /дрейф/iu, was: 'сигнал не дрейф' },
  { language: 'kk', variant: /науқас/iu, was: 'Науқастарға не айтылады' },
  { language: 'kk', variant: /фасилитатор/iu, was: 'Фасилитатор' },
  { language: 'kk', variant: /кері ал/iu, was: 'Кері алу' },
  { language: 'kk', variant: /Тексеру ізі/u, was: 'Тексеру ізі оның болғанын сақтайды' },
  { language: 'kk', of: ['jobs', 'outcomes'], variant: /құрал|Сауалнама$/iu, was: 'Құрал' },
  { language: 'kk', of: ['evidence'], variant: /^Шектер/u, was: 'Шектер сәйкес келмейді' },
  { language: 'kk', of: ['fairness'], variant: /(?<!айырма )ше[кг]/iu, was: 'Топтар мен шектер' },
  { language: 'kk', of: ['metrics', 'register'], variant: /шығыс дерек/iu, was: 'Шығыс деректер' },
  {
    language: 'kk',
    of: ['metrics'],
    variant: /(?:спеген|шешкен|баған|қате) нәтиже/u,
    was: 'қате нәтижелер',
  },
  { language: 'kk', of: ['metrics'], variant: /хабарлама/iu, was: 'хабарламадан оқиғаға дейін' },
  {
    ...{ language: 'kk', of: ['moderation', 'panel', 'themes'] },
    ...{ variant: /(?<!Қазіргі )кезең/iu, was: 'Бұл кезең аяқталды' },
  },
  {
    ...{ language: 'kk', of: ['clauses', 'errors', 'intake', 'monitoring'] },
    ...{ variant: /ескерту/iu, was: 'Уақытында қаралған ескертулер' },
  },
  {
    ...{ language: 'kk', of: ['metrics', 'monitoring', 'results'] },
    ...{ variant: /қауіп(?!сіз)/iu, was: 'болжамды қауіптер' },
  },
  { language: 'zh', variant: /容许差/u, was: '容许差' },
  { language: 'zh', variant: /引导员/u, was: '引导员' },
  { language: 'zh', variant: /院区/u, was: '院区' },
  { language: 'zh', variant: /(?:固定|参照)分组/u, was: '参照分组已固定' },
  { language: 'zh', of: ['metrics'], variant: /提醒/u, was: '从提醒到事件发生的时间' },
  { language: 'zh', of: ['metrics', 'oversight'], variant: /个案/u, was: '个案总数' },
  { language: 'zh', of: ['jobs', 'outcomes'], variant: /量表/u, was: '还没有已发布的量表' },
  { language: 'zh', of: ['outcomes', 'panels'], variant: /工作人员/u, was: '工作人员' },
  {
    ...{ language: 'zh', of: ['errors', 'evidence', 'instruments', 'jobs', 'settings'] },
    ...{ variant: /(?<!接)收回/u, was: '话被收回' },
  },
  // Arabic speaks to its readers in the plural, whoever they are.
  { language: 'ar', variant: toOnePerson, was: 'اذكر السبب' },
  { language: 'ar', variant: toOnePerson, was: 'أقسام لا تُعرض عليك' },
];

describe.each(variants)('$language $variant', ({ language, of = namespaces, variant, was }) => {
  it('is in no text', () => {
    expect(was).toMatch(variant);
    const found = of.flatMap((namespace) =>
      [...textsOf(language, namespace)]
        .filter(([, text]) => variant.test(text))
        .map(([key, text]) => `${namespace}:${key}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
