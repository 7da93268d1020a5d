import { expect, it } from 'vitest';
import type { Section } from '#app/services/register/description-fields.ts';
import { sectionForm } from '#app/services/register/description-schema.ts';
import { addDays } from '#app/days.ts';
import { today } from '#app/today.ts';

const read = (section: Section, values: Record<string, string>) => {
  const read = sectionForm(section).safeParse({ ...values, visibility: 'members', revision: '1' });
  return read.success
    ? read.data.values
    : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

it('what is wrong with one of several entries is said of their field', () => {
  expect(read('sovereignty', { logCountries: 'KZ, XX' })).toEqual([
    ['logCountries', 'countries-wrong'],
  ]);
  expect(read('sovereignty', { logCountries: 'Germany' })).toEqual([
    ['logCountries', 'countries-wrong'],
  ]);
  expect(read('sovereignty', { subprocessors: `A\n${'b'.repeat(501)}` })).toEqual([
    ['subprocessors', 'text-long'],
  ]);
  expect(read('sovereignty', { logCountries: 'kz; DE', subprocessors: 'A\n\nB' })).toEqual({
    ...{ logCountries: ['KZ', 'DE'], subprocessors: ['A', 'B'] },
  });
});

it('a drill has been, and a number may have a comma', () => {
  const tomorrow = addDays(today(), 1);
  expect(read('fallback', { lastDrill: tomorrow })).toEqual([['lastDrill', 'date-in-future']]);
  expect(read('fallback', { lastDrill: today(), maximumDowntimeHours: '0,75' })).toEqual({
    ...{ lastDrill: today(), maximumDowntimeHours: 0.75 },
  });
  expect(read('fallback', { maximumDowntimeHours: '-1' })).toEqual([
    ['maximumDowntimeHours', 'number-wrong'],
  ]);
  expect(read('fallback', { maximumDowntimeHours: 'two' })).toEqual([
    ['maximumDowntimeHours', 'number-wrong'],
  ]);
});
