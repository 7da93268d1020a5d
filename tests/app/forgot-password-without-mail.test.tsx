import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import ForgotPasswordPage, { action, loader } from '#app/routes/forgot-password/route.tsx';
import { outbox } from '#db/schema/invitation.ts';
import { languages } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

const address = 'http://localhost:3000/forgot-password';
const promised = ['forgotten.lead', 'forgotten.submit', 'forgotten.sent'] as const;

/** The page as it is served; `mailed` in place of what this installation is set up for. */
async function pageAt(search: string, language: string, mailed?: boolean): Promise<string> {
  const i18n = await createI18n(language as 'en');
  const headers = { 'Accept-Language': language };
  const request = new Request(`${address}${search}`, { headers });
  const loaded = await loader({ request, params: {}, context: {} });
  const page = mailed === undefined ? loaded : { ...loaded, mailed };
  const element = (
    <I18nextProvider i18n={i18n}>
      <ForgotPasswordPage />
    </I18nextProvider>
  );
  return renderInRouter(element, search, undefined, page);
}

describe.each(languages)('a forgotten password where no mail is sent, in %s', (language) => {
  it('is passed on by the administrator, and no mail is promised', async () => {
    const t = (await createI18n(language)).getFixedT(language, 'sign-in');
    const asking = await pageAt('', language);
    expect(asking).toContain(t('forgotten.leadNoMail'));
    expect(asking).toContain(t('link.submitNoMail'));
    const asked = await pageAt('?sent=1', language);
    expect(asked).toContain(t('link.sentByAdministrator'));
    for (const key of promised) expect(asking + asked).not.toContain(t(key));
  });

  it('is mailed where mail is sent', async () => {
    const t = (await createI18n(language)).getFixedT(language, 'sign-in');
    const both = (await pageAt('', language, true)) + (await pageAt('?sent=1', language, true));
    for (const key of promised) expect(both).toContain(t(key));
    expect(both).not.toContain(t('link.sentByAdministrator'));
  });
});

describeOnDatabases('asking for a new password without mail', () => {
  const ask = (email: string) => {
    const headers = { Origin: 'http://localhost:3000' };
    const body = new URLSearchParams({ email });
    const request = new Request(address, { method: 'POST', headers, body });
    return action({ request, params: {}, context: {} });
  };

  const mailsTo = (email: string) =>
    withActor({ kind: 'system', organisationId: null }, (tx) =>
      tx.select({ body: outbox.body }).from(outbox).where(eq(outbox.recipient, email)),
    );

  it('leaves the link in the outbox, and answers a stranger the same', async () => {
    const { email } = await signedInAs('auditor');
    const stranger = `${randomUUID()}@example.org`;
    for (const asked of [await ask(email), await ask(stranger)]) {
      if (!(asked instanceof Response)) throw new Error('it goes on to the next page');
      expect(asked.status).toBe(303);
      expect(asked.headers.get('Location')).toBe('/forgot-password?sent=1');
    }
    const [mail] = await mailsTo(email);
    expect(mail?.body).toContain('/reset-password?token=');
    expect(await mailsTo(stranger)).toEqual([]);
  });

  it('says at the field what is no address', async () => {
    expect(await ask('nobody')).toMatchObject({ init: { status: 400 } });
  });
});
