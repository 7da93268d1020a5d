import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Formats of numbers, dates and lists whose language is not a `formatTag`, the `locale` made by it, or fixed: on
 * another machine they would write Arabic in other digits than the catalogue.
 */
function strayFormats(source: string): string[] {
  const formats =
    source.match(/\bIntl\.\w+Format\((?!\s*(?:formatTag\(|locale[,)]|'en'))[^)]*\)/gu) ?? [];
  const locales = source.match(/\bconst locale\b(?! = formatTag\()[^;]*;/gu) ?? [];
  const methods = source.match(/\.toLocale(?:Date|Time)?String\(/gu) ?? [];
  return [...formats, ...locales, ...methods];
}

it('tells a stray format from the catalogue’s', () => {
  expect(strayFormats('new Intl.NumberFormat(language).format(n)')).toHaveLength(1);
  expect(strayFormats('new Intl.DateTimeFormat(\n  i18n.language,\n  style,\n)')).toHaveLength(1);
  expect(strayFormats('new Intl.ListFormat()')).toHaveLength(1);
  expect(strayFormats('const locale = i18n.language;')).toHaveLength(1);
  expect(strayFormats('day.toLocaleDateString(language)')).toHaveLength(1);
  const kept = ['const locale = formatTag(language);', 'new Intl.NumberFormat(locale, style)'];
  expect(strayFormats(kept.join('\n'))).toEqual([]);
  expect(strayFormats('new Intl.ListFormat(formatTag(language), { type })')).toEqual([]);
});

it('every number, date and list is written in the digits of the catalogue', () => {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'analysis', 'surveys'],
    { encoding: 'utf8' },
  );
  const files = listed.split('\n').filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(1000);
  const stray = files.flatMap((file) =>
    strayFormats(readFileSync(file, 'utf8')).map((code) => `${file}: ${code}`),
  );
  expect(stray).toEqual([]);
});
