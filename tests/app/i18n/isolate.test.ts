import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { isolateIn, listIn } from '#app/i18n/isolate.ts';

it('what is put into an Arabic sentence stays whole, and so does Arabic elsewhere', async () => {
  const [arabic, english] = [await createI18n('ar'), await createI18n('en')];
  expect(arabic.t('studies:wave.open', { name: '2026-09' })).toContain('\u20682026-09\u2069');
  expect(english.t('studies:wave.open', { name: '2026-09' })).toBe('Open 2026-09');
  expect(english.t('studies:wave.open', { name: 'ربيع' })).toBe('Open \u2068ربيع\u2069');
});

it('addresses are given as they are, for the programs that read them', async () => {
  const { t } = await createI18n('ar');
  const body = t('sign-in:mail.sign-in.body', { name: 'Ana', url: 'https://a.example/x' });
  expect(body).toContain('\nhttps://a.example/x\n');
});

it('a list runs as the reader’s language does, whatever its first part is', () => {
  const languages = listIn('ar', ['Deutsch', 'العربية']);
  expect(languages).toBe('\u2068Deutsch\u2069 والعربية');
  expect(isolateIn('ar')(languages)).toBe(languages);
  expect(listIn('en', ['العربية', 'Deutsch'])).toBe('\u2068العربية\u2069 and Deutsch');
});

it('figures belong to the words beside them', () => {
  for (const figures of ['205', '1,205', '−0.35', '64%', '< 0.001', '']) {
    expect(isolateIn('ar')(figures)).toBe(figures);
  }
});
