import { afterAll, beforeAll, expect, it, vi } from 'vitest';

// What is configured is read once: these modules are loaded for this test alone.
beforeAll(() => {
  vi.stubEnv('PUBLIC_URL', 'https://attune.example');
  vi.resetModules();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

it('every cookie is Secure where the public address is https', async () => {
  const { ballotCookie } = await import('#app/http/cookies.server.ts');
  const { chooseOrganisation } = await import('#app/http/organisation-cookie.server.ts');
  const { languageChoice } = await import('#app/i18n/language.server.ts');
  const ballot = { organisationId: '', studyId: '', code: '', link: '', linking: '' };
  const cookies = [
    ballotCookie.set(ballot),
    ballotCookie.clear(),
    await chooseOrganisation('an organisation'),
    await languageChoice(new Request('https://attune.example/?lang=kk')),
  ];
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure(;|$)/u);
});
