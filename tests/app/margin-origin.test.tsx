import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { useMetricWords } from '#app/components/monitoring/use-metric-words.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import type { MarginOrigin } from '#app/services/panel-jobs/read-margin-origins.server.ts';
import { languages } from '#surveys/model/languages.ts';
import { plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

const origin: MarginOrigin = {
  ...{ panel: { en: 'Riverside Voices' }, round: 3, subject: 'Missed warnings', median: 4 },
  ...{ publishedOn: '2026-03-01', isSuperseded: false },
};
const group = { id: 'g', dimension: 'interpreter', reference: 'no', margin: 0.05 };

function Shown({ isSuperseded, isCited }: { isSuperseded: boolean; isCited: boolean }) {
  const words = useMetricWords();
  const marginReportId = isCited ? 'report' : null;
  return (
    <words.Groups
      subgroups={[{ ...group, marginReportId, marginReason: 'As asked' }]}
      origins={{ report: { ...origin, isSuperseded } }}
    />
  );
}

it.each(languages)('a margin of a panel names panel, round and subject: %s', async (language) => {
  const i18n = await createI18n(language);
  const shown = (isSuperseded: boolean, isCited = true) =>
    plainText(
      renderInRouter(
        <I18nextProvider i18n={i18n}>
          <Shown {...{ isSuperseded, isCited }} />
        </I18nextProvider>,
        `?lang=${language}`,
      ),
    );
  for (const word of ['Riverside Voices', '3', 'Missed warnings', '4', 'As asked']) {
    expect(shown(false)).toContain(word);
  }
  expect(shown(false)).not.toContain(i18n.t('monitoring:group.marginSuperseded'));
  expect(shown(true)).toContain(i18n.t('monitoring:group.marginSuperseded'));
  expect(shown(false, false)).not.toContain('Riverside Voices');
});
