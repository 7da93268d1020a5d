import { afterAll, expect, it, vi } from 'vitest';
import { ballotCookie } from '#app/http/cookies.server.ts';
import { chooseOrganisation } from '#app/http/organisation-cookie.server.ts';
import { languageChoice } from '#app/i18n/language.server.ts';

vi.stubEnv('PUBLIC_URL', 'https://attune.example');
afterAll(() => {
  vi.unstubAllEnvs();
});

it('every cookie is Secure where the public address is https', async () => {
  const ballot = { organisationId: '', studyId: '', code: '', link: '', linking: '' };
  const cookies = [
    ballotCookie.set(ballot),
    ballotCookie.clear(),
    await chooseOrganisation('an organisation'),
    await languageChoice(new Request('https://attune.example/?lang=kk')),
  ];
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/u);
});
