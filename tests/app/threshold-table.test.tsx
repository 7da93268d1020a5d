import { I18nextProvider } from 'react-i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ThresholdTable } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.metrics.$metricId/threshold-table.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { shownThresholds } from '#app/services/monitoring/shown-thresholds.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { plainText } from './components/support/markup.ts';

const bins = { edges: [0, 0.1, 0.5, 1], positives: [10, 30, 60], negatives: [500, 300, 100] };
const thresholds = shownThresholds(bins, [{ n: 1000, isShown: true }]);

async function table(language: Language, rows = thresholds) {
  const i18n = await createI18n(language);
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <ThresholdTable thresholds={rows} counted={{ from: 'Jan 1, 2025', to: 'Mar 31, 2025' }} />
    </I18nextProvider>,
  );
}

it('a reader sees each threshold with its predictive value, its work and its net benefit', async () => {
  const text = plainText(await table('en'));
  // From 0.5 on 160 of 1 000 are flagged, 60 of them with the outcome: 0.06 − 0.1 · 1.
  for (const words of [
    '16.0',
    '37.5 (30.4 to 45.2)',
    'Positive predictive value (%)',
    'Jan 1, 2025 to Mar 31, 2025',
    '2.7',
    '−0.040',
    '−0.800',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).toContain('fewer than 10 cases');
});

it('no threshold, no table', async () => {
  expect(await table('en', [])).toBe('');
});

it.each(languages)('has words for it in %s', async (language) => {
  const text = plainText(await table(language));
  expect(text).not.toMatch(/threshold\.[a-zA-Z]+|\{\{/u);
  expect(thresholds).toHaveLength(2);
});
