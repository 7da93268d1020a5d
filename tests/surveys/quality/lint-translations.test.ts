import { describe, expect, it } from 'vitest';
import { lintTranslations } from '#surveys/quality/lint-translations.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

describe('lintTranslations', () => {
  it('finds nothing in a sound instrument', () => {
    expect(lintTranslations(smallInstrument())).toEqual([]);
  });

  it('says where, in which language and how bad', () => {
    const instrument = smallInstrument();
    Object.assign(instrument.items[1]?.stem ?? {}, { ru: 'Втoрой', de: 'Second' });
    expect(lintTranslations(instrument)).toEqual([
      {
        path: '/items/1/stem',
        language: 'ru',
        code: 'mixed-script-word',
        severity: 'error',
        values: { word: 'Втoрой' },
      },
      {
        path: '/items/1/stem',
        language: 'de',
        code: 'identical-to-source',
        severity: 'warning',
        values: {},
      },
    ]);
    expect(lintTranslations(instrument, ['en', 'ar'])).toEqual([]);
  });

  it('finds two options that read the same', () => {
    const instrument = smallInstrument();
    for (const option of instrument.optionSets[0]?.options ?? []) option.label.de = 'Vielleicht';
    expect(lintTranslations(instrument, ['de']).map(({ code, path }) => [code, path])).toEqual([
      ['repeated-label', '/optionSets/0/options/1/label'],
      ['repeated-label', '/optionSets/0/options/2/label'],
    ]);
  });
});
