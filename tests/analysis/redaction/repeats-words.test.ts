import { describe, expect, it } from 'vitest';
import { repeatsWords } from '#analysis/redaction/repeats-words.ts';

describe('words that are said again', () => {
  it.each([
    ['en', 'Nobody came when I rang at night.', 'We ask why nobody CAME, when I rang.'],
    ['ar', 'لم يأتِ أحدٌ حين ناديت', 'نعرف الآن أنه لم يات أحد حين ناديت في الليل.'],
    ['ru', 'Никто не пришёл, когда я звала', 'Мы спросим: «никто не пришел когда…»'],
    ['kk', 'түнде шақырғанда ешкім келмеді', 'Түнде шақырғанда, ешкім келмеді деп жазды.'],
    ['zh', '晚上我按铃没有人来', '我们会问为什么晚上我按铃没有人来。'],
    ['de', 'Ihr seid zu laut', 'Es hieß: Ihr seid zu laut!'],
    ['en', 'Rosehill hurt me', 'You write that Rosehill hurt me.'],
  ])('are found in %s, whatever case, marks and signs', (language, said, text) => {
    expect(repeatsWords(text, said, language)).toBe(true);
  });

  it.each([
    [
      'three words of a longer text',
      'Nobody came when I rang',
      'It is true that nobody came when.',
    ],
    ['the same words in another order', 'Nobody came when I rang', 'I rang when came nobody'],
    ['a text of two words', 'So long', 'It took so long.'],
    ['nothing', '…', 'It took so long.'],
  ])('are not %s', (_what, said, text) => {
    expect(repeatsWords(text, said, 'en')).toBe(false);
  });
});
