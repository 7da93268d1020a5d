import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { SystemFormPage } from '#app/components/models/system-form-page.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import type { SystemFrame } from '#app/services/register/read-system.server.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

const frame = { id: 's', name: { en: 'Triage helper' } } as unknown as SystemFrame;

async function told(code: string, values: Record<string, string>, language: Language) {
  const i18n = await createI18n(language);
  return plainText(
    renderInRouter(
      <I18nextProvider i18n={i18n}>
        <SystemFormPage frame={frame} title="x" refusal={{ code, values }}>
          {null}
        </SystemFormPage>
      </I18nextProvider>,
    ),
  );
}

it('a refusal says days and roles as the reader writes them', async () => {
  const day = '2026-12-02';
  expect(await told('stage-version-ends', { day }, 'en')).toContain(
    'running here until Dec 2, 2026',
  );
  expect(await told('stage-version-begins', { day }, 'de')).toContain('ab 02.12.2026');
  const roles = 'system-owner';
  expect(await told('roles-missing', { roles }, 'en')).toContain('System owner');
});

it.each(languages)('has words for it in %s', async (language) => {
  const values = { day: '2026-12-02', site: 'North', unit: 'Emergency' };
  for (const code of ['stage-version-ends', 'stage-version-begins', 'place-began-later']) {
    const text = await told(code, values, language);
    expect(text).not.toMatch(/\{\{|2026-12-02|stage-version|place-began/u);
  }
});
