import { expect, it } from 'vitest';
import type { Section } from '#app/services/register/description-fields.ts';
import { sectionForm, sectionsSchema } from '#app/services/register/description-schema.ts';
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

it('a number that cannot be, a currency that is none, and zeros for a device are refused', () => {
  expect(read('fallback', { maximumDowntimeHours: '1000000000' })).toEqual([
    ['maximumDowntimeHours', 'number-too-large'],
  ]);
  expect(read('supplier', { maintenanceStaff: '10001', currency: 'QQQ' })).toEqual([
    ['currency', 'currency-wrong'],
    ['maintenanceStaff', 'number-too-large'],
  ]);
  expect(read('supplier', { currency: 'kzt' })).toEqual({ currency: 'KZT' });
  expect(read('regulatory', { udi: '00000000000000' })).toEqual([['udi', 'udi-zeros']]);
  expect(read('regulatory', { udi: '51022222233335' })).toEqual({ udi: '51022222233335' });
});

it('what was stored before numbers were bounded is still shown', () => {
  const stored = {
    fallback: { maximumDowntimeHours: 1_000_000_000 },
    supplier: { currency: 'QQQ' },
  };
  expect(sectionsSchema.parse(stored)).toEqual(stored);
});
