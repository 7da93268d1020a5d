import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { RequestForm } from '#app/routes/sign-in_.link/request-form.tsx';
import { renderInRouter } from './components/support/render-in-router.tsx';

it('a mail is promised only where mail is sent', async () => {
  const i18n = await createI18n('en');
  const show = (mailed: boolean) =>
    renderInRouter(
      <I18nextProvider i18n={i18n}>
        <RequestForm result={undefined} mailed={mailed} />
      </I18nextProvider>,
    );
  expect(show(true)).toContain('we send you a link');
  expect(show(false)).toContain('This installation sends no mail.');
  expect(show(false)).not.toMatch(/send you|Send the link/);
});
