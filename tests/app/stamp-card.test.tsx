import { I18nextProvider } from 'react-i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { StampCard } from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.people/stamp-card.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { evaluateOversight } from '#app/services/monitoring/oversight/evaluate-oversight.ts';
import type { OversightPage } from '#app/services/monitoring/oversight/get-oversight.server.ts';
import { aRecord } from '../services/monitoring/a-record.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { plainText } from './components/support/markup.ts';

const review = aRecord({
  ...{ metric: 'review-time', kind: 'quantiles', value: 5 },
  detail: { n: 200, q1: 3, median: 5, q3: 8 },
});
const declared = { isWithheld: true, humanLevel: '', reviewRule: '', mayOverride: '' };

async function card(language: Language, leastSeconds: number) {
  const i18n = await createI18n(language);
  const found = evaluateOversight([review], { today: '2026-09-01', leastSeconds });
  const page = { ...found, declared } as unknown as OversightPage;
  return plainText(
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <StampCard page={page} />
      </I18nextProvider>,
    ),
  );
}

it('what is said of a whole interval of the time to review has that interval beside it', async () => {
  // SE = 1.25 · 5 / (1.35 √200) = 0.327; 5 ± 1.96 · 0.327.
  const text = await card('en', 10);
  expect(text).toContain('Median 5 s, 95% interval 4.4 to 5.6 (quartiles 3 to 8)');
  expect(text).toContain('the interval of the median lies below 10 s');
  expect(text).toContain('Yes, the whole interval');
  expect(text).toContain('reckoned from the quartiles');
  // The median lies below, the interval on the limit: nothing is concluded.
  expect(await card('en', 5.2)).toContain('Cannot tell: too few cases');
});

it.each(languages)('has words for it in %s', async (language) => {
  expect(await card(language, 10)).not.toMatch(/stamp\.[a-zA-Z]+|\{\{/u);
});
