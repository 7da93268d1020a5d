import { describe, expect, it } from 'vitest';
import { markText } from '#app/components/themes/mark-text.ts';
import { bandOfPeople } from '#app/services/themes/band-of-people.ts';
import { codebookXml } from '#app/services/themes/codebook-xml.ts';
import { clustersOf } from '#app/services/themes/draft-result.ts';
import { effectiveCodes } from '#app/services/themes/effective-codes.ts';
import { splitSentences } from '#app/services/themes/split-sentences.ts';
import { suppressBands } from '#app/services/themes/suppress-bands.ts';
import type { Stratum } from '#db/queries/panel-stratum.server.ts';

describe('whom quotes of a draft are spread over', () => {
  it('are the bands of the first question about people, where they answered it', () => {
    const stratum = (id: string) => ({ id }) as Stratum;
    const person = (id: string, bands: Record<string, string>) => ({
      ...{ id, bands, number: 1, state: 'active' as const },
    });
    const people = [person('a', { age: 'young', role: 'nurse' }), person('b', { role: 'nurse' })];
    expect([...bandOfPeople([stratum('age'), stratum('role')], people)]).toEqual([['a', 'young']]);
    expect([...bandOfPeople([], people)]).toEqual([]);
  });
});

describe('who says a theme, by band', () => {
  it.each([
    ['large bands', [10, 8], [20, 20], [10, 8]],
    ['one band of few takes the other with it', [10, 3], [20, 20], [null, null]],
    ['two bands of few hide each other', [10, 3, 3], [20, 20, 20], [10, null, null]],
    ['all but a few of a band tell of the few', [18, 8], [20, 20], [null, null]],
    ['a whole band may be told', [10, 8], [10, 20], [10, 8]],
    ['nobody may be told', [10, 0], [20, 20], [10, 0]],
  ])('%s', (_, inTheme, among, shown) => {
    expect(suppressBands(inTheme, among, 5)).toEqual(shown);
  });
});

describe('codes that were merged', () => {
  const code = (id: string, mergedInto: string | null = null, retired = false) => ({
    ...{ id, mergedInto, retired },
  });
  it('count as the last one they went into, and as nothing where that one is retired', () => {
    const codes = effectiveCodes([
      code('a', 'b'),
      code('b', 'c'),
      code('c'),
      code('d', 'e'),
      code('e', null, true),
    ]);
    expect(Object.fromEntries(codes)).toEqual({ a: 'c', b: 'c', c: 'c', d: null, e: null });
  });
});

describe('a text with codes', () => {
  it('is cut where a code begins or ends, overlaps included, and loses nothing', () => {
    const text = 'I waited long';
    const parts = markText(text, [
      { start: 0, end: 8, codeId: 'a' },
      { start: 2, end: 13, codeId: 'b' },
    ]);
    expect(parts.map(({ words, codeIds }) => [words, codeIds])).toEqual([
      ['I ', ['a']],
      ['waited', ['a', 'b']],
      [' long', ['b']],
    ]);
    expect(parts.map(({ words }) => words).join('')).toBe(text);
  });
  it('has sentences in any script', () => {
    const words = (text: string, language: string) =>
      splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
    expect(words('I waited.  Nobody came! ', 'en')).toEqual(['I waited.', 'Nobody came!']);
    expect(words('我等了很久。没有人来。', 'zh')).toEqual(['我等了很久。', '没有人来。']);
    expect(words('انتظرت طويلًا. لم يأت أحد.', 'ar')).toEqual(['انتظرت طويلًا.', 'لم يأت أحد.']);
    expect(words('  ', 'en')).toEqual([]);
  });
});

describe('a codebook for other programs', () => {
  const code = { description: '', themeId: null, mergedInto: null, retired: false };
  it('holds codes within their themes and escapes what is written', () => {
    const codes = [
      { ...code, id: '1', name: 'A "B" <C> & D\u0001', description: 'x < y', themeId: 't' },
      { ...code, id: '2', name: 'Loose' },
      { ...code, id: '3', name: 'Gone', retired: true },
    ];
    const themes = [{ id: 't', title: { en: 'Theme' }, summary: { en: 'Says & means' } }];
    const xml = codebookXml(codes, themes)?.split('\n').slice(2);
    expect(xml).toEqual([
      '  <Codes>',
      '    <Code guid="t" name="Theme" isCodable="false">',
      '      <Description>Says &amp; means</Description>',
      '      <Code guid="1" name="A &quot;B&quot; &lt;C&gt; &amp; D" isCodable="true">',
      '        <Description>x &lt; y</Description>',
      '      </Code>',
      '    </Code>',
      '    <Code guid="2" name="Loose" isCodable="true"/>',
      '  </Codes>',
      '</CodeBook>',
      '',
    ]);
    expect(codebookXml([], themes)).toBeUndefined();
  });
});

describe('drafts', () => {
  it('place a text by the newest one of its language', () => {
    const draft = (id: string, contributionIds: string[]) => ({
      ...{ id, language: 'en', state: 'done' },
      result: { themes: [{ contributionIds: [] }, { contributionIds }] },
    });
    expect([...clustersOf([draft('new', ['a']), draft('old', ['a', 'b'])])]).toEqual([
      ['a', 'en 1'],
    ]);
  });
});
