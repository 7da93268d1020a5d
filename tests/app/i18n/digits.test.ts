import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatTag } from '#app/i18n/locales.ts';
import { languages } from '#surveys/model/languages.ts';

const digits = /[\u0660-\u0669\u06f0-\u06f9]/u;

it.each(readdirSync('app/i18n/ar'))('Arabic words of %s have one kind of digits', (file) => {
  expect(readFileSync(`app/i18n/ar/${file}`, 'utf8')).not.toMatch(digits);
});

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
