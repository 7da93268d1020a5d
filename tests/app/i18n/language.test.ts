import { expect, it } from 'vitest';
import { languageChoice, resolveLanguage } from '#app/i18n/language.server.ts';

const origin = 'http://localhost:3000';

it('the language of a survey is the survey’s, that of the workspace the workspace’s', async () => {
  const kept = async (address: string) => {
    const cookie = await languageChoice(new Request(`${origin}${address}`));
    return cookie?.split(';')[0] ?? '';
  };
  const cookies = [await kept('/start?lang=de'), await kept('/s/demo-nurses?lang=kk')].join('; ');
  const headers = { Cookie: cookies, 'Accept-Language': 'en' };
  const languageAt = (address: string) =>
    resolveLanguage(new Request(`${origin}${address}`, { headers }));
  expect(await languageAt('/studies')).toBe('de');
  expect(await languageAt('/s/demo-nurses/1')).toBe('kk');
  expect(await languageAt('/settings')).toBe('de');
});

it('a poster is shown in any language and keeps none', async () => {
  const request = new Request(`${origin}/s/demo-nurses/poster?lang=ar`);
  expect(await resolveLanguage(request)).toBe('ar');
  expect(await languageChoice(request)).toBeNull();
});
