import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { Evidence } from '#app/routes/_workspace.models.alerts.$alertId/evidence.tsx';
import { ReportTable } from '#app/routes/_workspace.models.import_.$importId/report-table.tsx';
import { renderInRouter } from './support/render-in-router.tsx';

async function inEnglish(element: ReactElement): Promise<string> {
  const i18n = await createI18n('en');
  return renderInRouter(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>);
}

it('what an alert rests on is said in words and four digits, beside its technical names', async () => {
  const evidence = {
    ...{ rule: 'beyond-limits', side: 'low', chart: 'p-prime', value: 0.3626943005181347, n: 1159 },
    ...{ interval: [-0.12345678, 0.5], excessPsi: 0.000123456, last: null, rare: 'kept as it was' },
  };
  const page = (await inEnglish(<Evidence evidence={evidence} />)).replaceAll(
    /<\/?bdi>|\u2068|\u2069/g,
    '',
  );
  for (const said of ['outside the limits', 'p′ chart', '0.3627', '1,159', '\u22120.1235 to 0.5']) {
    expect(page).toContain(`<dd>${said}</dd>`);
  }
  expect(page).toMatch(/Value <code dir="ltr">value<\/code>/);
  expect(page).toContain('<dd>0.0001235</dd>');
  expect(page).toContain('<dd>kept as it was</dd>');
  expect(page).not.toContain('3626943');
  expect(page).not.toContain('>last<');
});

it('numbers of a card are said as numbers, and what is no number as it was written', async () => {
  const estimate = { kind: 'estimate_ci', estimate: 94.83, lower: 92.6, upper: 96.5, unit: '%' };
  const rows = [JSON.stringify(estimate), '{"kind":"single","value":1200}', '{"kind":"other"}'];
  const report = rows.map((text) => ({ path: 'x', outcome: 'mapped', target: 'y', text }) as const);
  const page = (await inEnglish(<ReportTable report={report} />)).replaceAll(/[\u2068\u2069]/g, '');
  expect(page).toContain('94.83 (92.6 to 96.5) %');
  expect(page).toContain('>1,200<');
  expect(page).not.toContain('estimate_ci');
  expect(page).toContain('{&quot;kind&quot;:&quot;other&quot;}');
});
