import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lintText } from '#surveys/quality/lint-text.ts';

const folder = '../shared/fixtures/instruments/reproschema-gad7';

type Texts = Record<string, string>;
type Place = { place: string; texts: Texts };
type Document = {
  preamble?: Texts;
  question?: Texts;
  choices?: { name: Texts; value: number }[];
};

function read(file: string): Document {
  return JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Document;
}

function places(): Place[] {
  const items = readdirSync(`${folder}/items`).filter((file) => /gad7_\d/u.test(file));
  return [
    { place: 'preamble', texts: read('GAD7_schema.json').preamble ?? {} },
    ...items.sort().map((file) => ({ place: file, texts: read(`items/${file}`).question ?? {} })),
    ...(read('valueConstraints.json').choices ?? []).map(({ name, value }) => ({
      place: `option ${value}`,
      texts: name,
    })),
  ];
}

function findings(language: string, codes: readonly string[]): string[] {
  return places().flatMap(({ place, texts }) => {
    const found = lintText(language, texts[language] ?? '', { tag: 'en', text: texts['en'] ?? '' });
    return found.some(({ code }) => codes.includes(code)) ? [place] : [];
  });
}

const broken: readonly string[] = [
  'control-character',
  'undisplayable-character',
  'foreign-script',
  'stray-mark',
];

// Two phrases as that file prints them: Kannada through a font that was not Unicode.
it.each(['ಇಲῤ\u206Eೕ ಇಲῤ', 'ಆತಂಕ ಅಥ ಾ ಬಹಳ'])('finds the damage in %j', (text) => {
  const codes = lintText('kn', text).map(({ code }) => code);
  expect(codes.some((code) => broken.includes(code))).toBe(true);
});

if (existsSync(folder)) {
  it('finds the known damage of a published multilingual file, and only that', () => {
    const all = places();
    expect(all).toHaveLength(12);
    const kannada = findings('kn', broken);
    expect(kannada).toEqual([
      'preamble',
      ...[1, 2, 3, 4, 5, 6, 7].map((i) => `gad7_${i}.json`),
      'option 0',
      'option 1',
      'option 2',
      'option 3',
    ]);
    expect(findings('ar', ['unmatched-bracket'])).toEqual(['preamble']);
    expect(findings('ar', ['edge-space'])).toContain('gad7_1.json');
    expect(findings('fr', ['edge-space'])).toContain('gad7_1.json');
    const others = Object.keys(all[1]?.texts ?? {}).filter((language) => language !== 'kn');
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((language) => findings(language, broken).length > 0)).toEqual([]);
  });
} else {
  console.info(`Not run: the check of a whole published file, because ${folder} is not here.`);
}
