import { describe, expect, it } from 'vitest';
import { covariateIds, staffCovariates } from '#surveys/model/covariates.ts';
import { languages } from '#surveys/model/languages.ts';
import { lintText } from '#surveys/quality/lint-text.ts';

const texts = staffCovariates.flatMap(({ id, question, options }) => [
  { place: id, text: question },
  ...options.map(({ code, label }) => ({ place: `${id}/${code}`, text: label })),
]);

describe('staff covariates', () => {
  it('are the four, with codes 1 to n', () => {
    expect(staffCovariates.map(({ id }) => id)).toEqual(covariateIds);
    expect(staffCovariates.map(({ options }) => options.length)).toEqual([6, 5, 4, 4]);
    for (const { options } of staffCovariates) {
      expect(options.map(({ code }) => code)).toEqual(options.map((_, i) => i + 1));
    }
  });

  it.each(texts)('$place is worded in every language, without damage', ({ text }) => {
    expect(Object.keys(text).sort()).toEqual([...languages].sort());
    const source = { tag: 'en', text: text.en ?? '' };
    for (const language of languages) {
      const findings = lintText(
        language,
        text[language] ?? '',
        language === 'en' ? undefined : source,
      );
      expect(findings.filter(({ code }) => code !== 'too-short')).toEqual([]);
    }
  });

  it.each(languages)('no two levels of one covariate read the same in %s', (language) => {
    for (const { options } of staffCovariates) {
      const labels = options.map(({ label }) => label[language]);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
