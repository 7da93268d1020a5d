import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import type { Language } from '#surveys/model/languages.ts';

/** Of the list of data sets, by how many there are. */
const captions: Partial<Record<Language, Record<number, string>>> = {
  en: { 1: '1 of 1 data set', 2: '1 of 2 data sets', 106: '1 of 106 data sets' },
  de: { 1: '1 von 1 Datensatz', 106: '1 von 106 Datensätzen' },
  es: { 1: '1 de 1 conjunto', 106: '1 de 106 conjuntos' },
  ru: { 1: '1 из 1 набора', 3: '1 из 3 наборов', 21: '1 из 21 набора', 106: '1 из 106 наборов' },
  ar: {
    ...{ 2: '1 من مجموعتي بيانات', 11: '1 من 11 مجموعة بيانات' },
    ...{ 100: '1 من 100 مجموعة بيانات', 106: '1 من 106 مجموعات بيانات' },
  },
};

it('the caption of data sets has the plural of how many there are', async () => {
  for (const [language, byCount] of Object.entries(captions)) {
    const i18n = await createI18n(language as Language);
    for (const [total, caption] of Object.entries(byCount)) {
      const said = i18n.t('models:dataset.caption', { shown: '1', total, count: Number(total) });
      expect(said.replaceAll(/[\u2066-\u2069]/gu, ''), language).toBe(caption);
    }
  }
});
