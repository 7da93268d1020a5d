import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-watched-metric.server.ts';

const tones = { holds: 'good', off: 'concern', unknown: 'unknown' } as const;
const words = {
  holds: 'calibration.holds',
  off: 'calibration.off',
  unknown: 'drift.unknown',
} as const;

type Times = NonNullable<WatchedMetricPage['calibration']>['times'];

/** Calibration of some periods after the other, each of as many as have enough outcomes. */
export function TimesTable({ times }: { times: Times }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { between } = useStatistics();
  const { rows, text } = times;
  const estimate = (of: (typeof rows)[number]['ratio']) =>
    between(of?.value ?? null, of?.interval ?? null);
  if (rows.length === 0) return <p className="muted">{text}</p>;
  return (
    <section className="card stack" aria-labelledby="times-caption">
      <DataTable
        id="times"
        caption={t('calibration.timesTitle')}
        columns={[
          { key: 'label', label: t('chart.period') },
          { key: 'n', label: t('group.cases'), numeric: true },
          { key: 'ratio', label: t('calibration.ratio'), numeric: true },
          { key: 'intercept', label: t('calibration.intercept'), numeric: true },
          { key: 'slope', label: t('calibration.slope'), numeric: true },
          { key: 'state', label: t('group.verdict') },
        ]}
        rows={rows.map(({ from, label, n, ratio, intercept, slope, state }) => ({
          key: from,
          cells: {
            ...{ label, n: number(n), ratio: estimate(ratio) },
            ...{ intercept: estimate(intercept), slope: estimate(slope) },
            state: <Tag tone={tones[state]} text={t(words[state])} />,
          },
        }))}
      />
      <p className="muted">{text}</p>
    </section>
  );
}
