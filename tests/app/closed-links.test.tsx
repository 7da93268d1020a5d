import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import {
  LinkTable,
  type LinksPage,
} from '#app/routes/_workspace.studies.$studyId.links/link-table.tsx';
import { renderInRouter } from './components/support/render-in-router.tsx';

it('the links of a closed study offer no posters', async () => {
  const i18n = await createI18n('en');
  const link = { id: '1', code: 'demo', language: null, siteId: null, siteName: null };
  const show = (state: 'open' | 'closed') => {
    const page = {
      frame: { state },
      links: [link],
      languages: ['en'],
      publicUrl: 'http://localhost',
      mayManage: false,
    } as unknown as LinksPage;
    return renderInRouter(
      <I18nextProvider i18n={i18n}>
        <LinkTable page={page} />
      </I18nextProvider>,
    );
  };
  expect(show('open')).toContain('/s/demo/poster');
  expect(show('closed')).not.toContain('poster');
});
