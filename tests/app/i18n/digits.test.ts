import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatTag } from '#app/i18n/locales.ts';
import { languages } from '#surveys/model/languages.ts';

const digits = /[\u0660-\u0669\u06f0-\u06f9]/u;
const arabicPercent = /\u066a/u;

it.each(readdirSync('app/i18n/ar'))(
  'Arabic words of %s have one kind of digits and one percent sign',
  (file) => {
    const words = readFileSync(`app/i18n/ar/${file}`, 'utf8');
    expect(words).not.toMatch(digits);
    expect(words).not.toMatch(arabicPercent);
  },
);

it('numbers and dates have the same, whatever the machine would choose', () => {
  // What older versions of Node and of browsers write in Arabic.
  expect(new Intl.NumberFormat('ar-u-nu-arab').format(12)).toMatch(digits);
  for (const language of languages) {
    const tag = formatTag(language);
    expect(new Intl.NumberFormat(tag).resolvedOptions().numberingSystem).toBe('latn');
    expect(new Intl.NumberFormat(tag).format(12)).toContain('12');
    expect(new Intl.DateTimeFormat(tag).format(new Date('2026-11-12'))).toContain('2026');
  }
  expect(formatTag('ar')).toContain('-u-nu-latn');
});

it('percentages have the sign of the catalogue, with the space that the language puts before it', () => {
  const style = { style: 'percent' } as const;
  expect(new Intl.NumberFormat('ar-u-nu-arab', style).format(0.95)).toMatch(arabicPercent);
  const written = languages.map((language) => [
    language,
    new Intl.NumberFormat(formatTag(language), style).format(0.95).replaceAll('\u200e', ''),
  ]);
  expect(Object.fromEntries(written)).toEqual({
    ...{ en: '95%', ar: '95%', kk: '95%', zh: '95%' },
    ...{ de: '95\u00a0%', es: '95\u00a0%', ru: '95\u00a0%' },
  });
});
