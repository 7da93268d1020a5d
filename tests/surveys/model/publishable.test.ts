import { describe, expect, it } from 'vitest';
import type { Instrument } from '#surveys/model/instrument.ts';
import { isPilotLanguage, publishingProblems } from '#surveys/model/publishable.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

function codesOf(instrument: Instrument, languages: ('en' | 'de')[] = ['en']): string[] {
  return publishingProblems(instrument, languages).map(({ code }) => code);
}

const { rights } = smallInstrument();

describe('publishingProblems', () => {
  it('finds nothing wrong with a sound instrument', () => {
    expect(publishingProblems(smallInstrument(), ['en'])).toEqual([]);
  });

  it('needs a language, and one the instrument declares', () => {
    expect(codesOf(smallInstrument(), [])).toEqual(['no-language-chosen']);
    expect(publishingProblems(smallInstrument(), ['en', 'de'])).toEqual([
      { code: 'language-not-declared', values: { language: 'de' } },
    ]);
  });

  it('needs the right to show it, to translate it, and the words of a licence', () => {
    const none = smallInstrument({
      rights: { ...rights, displayRight: 'none', translationRight: 'none' },
    });
    expect(codesOf(none)).toEqual(['display-right-missing']);
    expect(codesOf(none, ['de'])).toContain('translation-right-missing');
    const licensed = { ...rights, displayRight: 'licensed' as const };
    expect(codesOf(smallInstrument({ rights: licensed }))).toEqual(['licence-text-missing']);
    const withText = { ...licensed, text: 'Shown by permission.' };
    expect(codesOf(smallInstrument({ rights: withText }))).toEqual([]);
  });

  it('names each place where wording is missing or damaged', () => {
    const instrument = smallInstrument();
    instrument.versions.push({ language: 'de', register: 'standard', origin: 'in-house' });
    expect(codesOf(instrument, ['de']).filter((code) => code !== 'wording-incomplete')).toEqual([]);
    expect(codesOf(instrument, ['de'])).toHaveLength(13);
    const damaged = smallInstrument({ title: { en: 'SmÃ¤ll' } });
    expect(publishingProblems(damaged, ['en'])).toEqual([
      { code: 'wording-damaged', values: { language: 'en', path: '/title', finding: 'mojibake' } },
    ]);
  });

  it('refuses a question that waits for an answer on its own page', () => {
    const [first, second] = smallInstrument().pages;
    if (!first || !second) throw new RangeError();
    const together = smallInstrument({
      pages: [
        { ...first, items: ['A1', 'A2', 'A4'] },
        { ...second, items: ['A3'] },
      ],
    });
    expect(publishingProblems(together, ['en'])).toEqual([
      { code: 'depends-on-same-page', values: { item: 'A2', page: 'p1' } },
    ]);
  });
});

describe('isPilotLanguage', () => {
  const checkedBy = { name: 'A. Reader', role: 'Nurse', on: '2026-11-01' };
  it.each([
    ['source', false, false],
    ['validated', false, false],
    ['adapted', false, true],
    ['in-house', false, true],
    ['machine', false, true],
    ['machine', true, false],
  ] as const)('%s, checked %s → pilot %s', (origin, isChecked, expected) => {
    const version = { language: 'en', register: 'standard', origin } as const;
    const versions = [isChecked ? { ...version, checkedBy } : version];
    expect(isPilotLanguage(smallInstrument({ versions }), 'en')).toBe(expected);
  });

  it('holds a language that is not declared for a pilot', () => {
    expect(isPilotLanguage(smallInstrument(), 'ar')).toBe(true);
  });
});
