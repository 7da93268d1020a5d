import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { findPooledThemes } from '#analysis/themes/find-pooled-themes.ts';
import { findThemesByLanguage } from '#analysis/themes/find-themes-by-language.ts';
import { findThemes } from '#analysis/themes/find-themes.ts';
import { answersAbout } from './answers-about.ts';

const english = answersAbout(120, 3);
const german: Record<string, string> = {
  waiting: 'Stunden Warteschlange Termin Verspätung Flur gewartet Uhr langsam',
  nurses: 'Pflegerin freundlich Lächeln herzlich aufmerksam zugewandt sanft',
  food: 'Frühstück Suppe Küche Abendessen hungrig Gemüse Tablett Geschmack',
  parking: 'Parkplatz Auto Parkhaus Gebühr Straße Einfahrt Münzen Automat',
};
const germanTexts = english.topics.map((topic, at) => {
  const words = (german[topic] ?? 'nichts').split(' ');
  if (topic === 'none') return 'nichts';
  return Array.from(
    { length: 5 },
    (_, i) => words[(at * 3 + i * (1 + (at % 4))) % words.length],
  ).join(' ');
});
const texts = [...english.texts, ...germanTexts];
const languages = texts.map((_, row) => (row < english.texts.length ? 'en' : 'de'));
const pooled = { texts, languages, k: 4, seed: 1 } as const;

describe('answers in several languages', () => {
  it('are not pooled when themes follow the language', () => {
    const found = findPooledThemes(pooled);
    if (!found.refused) throw new Error(`not refused: ${found.withLanguage}`);
    expect(found).toMatchObject({
      reason: 'themes-follow-language',
      languages: [
        { language: 'de', rows: 120 },
        { language: 'en', rows: 120 },
      ],
    });
    expect(found.withLanguage).toBeGreaterThan(0.2);
  });

  it('are themed each by itself instead', () => {
    const found = findThemesByLanguage(pooled);
    expect(found.map(({ language }) => language)).toEqual(['de', 'en']);
    expect(found[1]?.rows).toEqual([...english.texts.keys()]);
    expect(found[1]?.result).toEqual(
      findThemes({ texts: english.texts, language: 'en', k: 4, seed: 1 }),
    );
    // Nothing is set aside by the words of another language.
    expect(found[0]?.result.coverage).toMatchObject({ rows: 120, setAside: 12, withTheme: 108 });
  });

  it('are pooled when the language does not matter, or there is one', () => {
    const mixed = english.texts.map((_, row) => (row % 2 === 0 ? 'en' : 'en-GB'));
    const found = findPooledThemes({ ...pooled, texts: english.texts, languages: mixed });
    expect(found.refused).toBe(false);
    const one = findPooledThemes({
      ...{ ...pooled, texts: english.texts },
      languages: english.texts.map(() => 'en'),
    });
    expect(one).toEqual({
      ...{ refused: false, withLanguage: 0 },
      result: findThemes({ texts: english.texts, language: 'en', k: 4, seed: 1 }),
    });
  });

  it('need a language each', () => {
    expect(() => findPooledThemes({ ...pooled, languages: ['en'] })).toThrow('languages');
    expect(() => findThemesByLanguage({ ...pooled, languages: ['en'] })).toThrow('languages');
  });
});

const folder = '../shared/fixtures/themes/prepared';
const isThere = existsSync(folder);
if (!isThere) process.stdout.write(`${folder} is not there: parallel sentences are not pooled\n`);

it.skipIf(!isThere)('parallel sentences of four languages are refused', () => {
  const parts = ['eng', 'spa', 'tur', 'rus'].map((name, part) => {
    const rows: { text: string }[] = parse(readFileSync(`${folder}/sib200-${name}.csv`), {
      columns: true,
    });
    return rows.slice(part * 150, part * 150 + 150).map(({ text }) => text);
  });
  const tags = ['en', 'es', 'tr', 'ru'];
  const found = findPooledThemes({
    ...{ texts: parts.flat(), k: 7, seed: 1 },
    languages: parts.flatMap((part, at) => part.map(() => tags[at] ?? '')),
  });
  expect(found.refused).toBe(true);
  expect(found.withLanguage).toBeGreaterThan(0.5);
});
