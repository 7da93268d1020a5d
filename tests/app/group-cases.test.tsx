import { I18nextProvider } from 'react-i18next';
import { expect, it } from 'vitest';
import { GroupTable } from '#app/components/monitoring/group-table.tsx';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { compareGroups } from '#app/services/monitoring/evaluate-groups.ts';
import { keptRow } from '#app/services/monitoring/present-groups.ts';
import { languages } from '#surveys/model/languages.ts';
import { aRecord } from '../services/monitoring/a-record.ts';
import { plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

const share = (level: string, denominator: number) =>
  aRecord({
    ...{ metric: 'override', numerator: 0, denominator, level },
    dimension: level === '' ? '' : 'sex',
  });
const compared = compareGroups(
  [share('', 108), share('f', 100), share('m', 4), share('x', 0), share('u', 4)],
  'override',
  { dimension: 'sex', reference: '', margin: 0.05, marginReportId: null, marginReason: '' },
  '2026-11-27',
);

it('a group of which nothing was sent is none of few, and has no numbers but that there are none', () => {
  const rows = compared.rows.map((row) => keptRow(compared, row));
  expect(rows.find(({ level }) => level === 'x')).toMatchObject({
    ...{ isHidden: false, n: 0, value: null, interval: null, pooled: null },
    ...{ difference: null, needed: null, verdict: 'cannot-tell' },
  });
  // Two groups of four are still hidden by a third one, which covers them.
  expect(rows.filter(({ isHidden }) => isHidden).map(({ level }) => level)).toEqual([
    ...['f', 'm', 'u'],
  ]);
});

it.each(languages)('says so in %s', async (language) => {
  const i18n = await createI18n(language);
  const t = i18n.getFixedT(language, 'monitoring');
  const markup = renderInRouter(
    <I18nextProvider i18n={i18n}>
      <GroupTable
        group={{
          ...{ dimension: 'sex', name: 'sex', against: 'x', margin: 0.05, waiting: '' },
          rows: compared.rows.map((row) => keptRow(compared, row)),
        }}
      />
    </I18nextProvider>,
  );
  const text = plainText(markup);
  expect(text.split(t('group.nobody'))).toHaveLength(2);
  expect(text.split(t('group.hidden'))).toHaveLength(4);
});
