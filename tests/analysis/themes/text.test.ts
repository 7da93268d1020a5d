import { describe, expect, it } from 'vitest';
import { isWithoutContent } from '#analysis/themes/text/is-without-content.ts';
import { splitTerms } from '#analysis/themes/text/split-terms.ts';

const stems = (text: string, language: string) =>
  splitTerms(text, language).map(({ stem }) => stem);

describe('terms', () => {
  it.each([
    ['en', 'The nurses were waiting for the doctors', ['nurse', 'waiti', 'docto']],
    ['de', 'Die Pflegekräfte waren freundlich', ['pfleg', 'freun']],
    ['tr', 'Hemşireler çok yardımseverdi', ['hemşi', 'yardı']],
    ['ru', 'Медсёстры были внимательны', ['медсё', 'внима']],
    ['ar', 'الممرضات والأطباء في المستشفى', ['ممرض', 'أطبا', 'مستش']],
    ['hi', 'अस्पताल में प्रतीक्षा', ['अस्प', 'में', 'प्रत']],
    ['vi', 'bệnh viện rất sạch', ['bệnh', 'viện', 'rất', 'sạch']],
    ['zh', '护士很好', ['护士', '士很', '很好']],
  ])('of %s', (language, text, expected) => {
    expect(stems(text, language)).toEqual(expected);
  });

  it('know where they stand', () => {
    const text = 'Long  WAITS, again';
    for (const { surface, start, end } of splitTerms(text, 'en')) {
      expect(text.slice(start, end).toLowerCase()).toBe(surface);
    }
  });
});

describe('answers without content', () => {
  it.each([
    [
      'en',
      ['Nothing', 'n/a', 'N/A.', "I don't know", 'No comment', '...', '', 'nothing at all, thanks'],
    ],
    ['de', ['Nichts', 'keine Ahnung', 'weiß ich nicht', 'k. A.']],
    ['es', ['Nada', 'No sé', 'ninguno']],
    ['ru', ['Ничего', 'не знаю', 'нет']],
    ['ar', ['لا شيء', 'لا أعرف', 'لا يوجد']],
    ['zh', ['没有', '不知道', '无']],
    ['tr', ['hiçbir şey', 'bilmiyorum', 'yok']],
    ['kk', ['ештеңе', 'білмеймін', 'жоқ']],
  ])('in %s', (language, texts) => {
    for (const text of texts) expect(isWithoutContent(text, language), text).toBe(true);
  });

  it.each([
    ['en', ['Nothing was explained to me', 'No parking', 'The nurse', 'I know nobody listened']],
    ['de', ['Nichts wurde erklärt', 'keine Parkplätze']],
    ['ar', ['لا توجد مواقف للسيارات', 'الانتظار طويل']],
    ['zh', ['没有停车位', '等待时间太长']],
  ])('are not those in %s that say what was missing', (language, texts) => {
    for (const text of texts) expect(isWithoutContent(text, language), text).toBe(false);
  });
});
