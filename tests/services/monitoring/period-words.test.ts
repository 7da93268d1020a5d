import { expect, it } from 'vitest';
import { formatTag } from '#app/i18n/locales.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { periodWords } from '#app/services/monitoring/period-words.ts';
import { languages, type Language } from '#surveys/model/languages.ts';

async function wordsIn(language: Language) {
  const i18n = await createI18n(language);
  return periodWords(i18n.getFixedT(language, 'monitoring'), formatTag(language));
}

type Period = readonly [from: string, to: string];
const month: Period = ['2026-11-01', '2026-12-01'];
const quarter: Period = ['2026-10-01', '2027-01-01'];
const day: Period = ['2026-11-01', '2026-11-02'];
const half: Period = ['2026-11-01', '2026-11-16'];

it('a period is called by its months or by its days', async () => {
  const { period, start, end } = await wordsIn('en');
  expect([month, quarter, day, half].map(([from, to]) => period(from, to))).toEqual([
    ...['Nov 2026', 'Oct – Dec 2026', 'Nov 1, 2026', 'Nov 1 – 15, 2026'],
  ]);
  expect([start(...quarter), end(...quarter)]).toEqual(['Oct 2026', 'Dec 2026']);
  expect([start(...half), end(...half)]).toEqual(['Nov 1, 2026', 'Nov 15, 2026']);
});

const said: Record<Language, [string, string, string]> = {
  en: ['in Nov 2026', 'on Nov 1, 2026', 'from Nov 1, 2026 to Nov 15, 2026'],
  es: ['en nov 2026', 'el 1 nov 2026', 'del 1 nov 2026 al 15 nov 2026'],
  ar: ['في نوفمبر 2026', 'يوم 1 نوفمبر 2026', 'من 1 نوفمبر 2026 إلى 15 نوفمبر 2026'],
  de: ['Nov. 2026', '1. Nov. 2026', '1. Nov. 2026 bis 15. Nov. 2026'],
  ru: ['нояб. 2026 г.', '1 нояб. 2026 г.', '1 нояб. 2026 г. — 15 нояб. 2026 г.'],
  kk: ['2026 ж. қар.', '2026 ж. 1 қар.', '2026 ж. 1 қар. – 2026 ж. 15 қар.'],
  zh: ['2026年11月', '2026年11月1日', '2026年11月1日至2026年11月15日'],
};

it.each(languages)('and takes the preposition that it takes in %s', async (language) => {
  const { when } = await wordsIn(language);
  // Some languages join words of a date by a narrow space.
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');
  expect([month, day, half].map(([from, to]) => plain(when(from, to)))).toEqual(said[language]);
});
