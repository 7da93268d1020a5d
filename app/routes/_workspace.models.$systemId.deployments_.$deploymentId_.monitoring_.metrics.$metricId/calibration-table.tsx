import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useGroupCases } from '../../components/monitoring/use-group-cases.ts';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-watched-metric.server.ts';

type Calibration = NonNullable<WatchedMetricPage['calibration']>;
type Rows = Calibration['rows'];

/** Whether risks are right, and tell cases apart: of everybody and of each group. */
export function CalibrationTable({ rows, waiting }: Pick<Calibration, 'rows' | 'waiting'>) {
  const { t } = useTranslation('monitoring');
  const casesText = useGroupCases();
  const { between } = useStatistics();
  const estimate = (of: Rows[number]['ratio']) => between(of?.value ?? null, of?.interval ?? null);
  return (
    <section className="card stack" aria-labelledby="calibration-caption">
      <DataTable
        id="calibration"
        caption={t('calibration.title')}
        stacks
        columns={[
          { key: 'level', label: t('group.level') },
          { key: 'n', label: t('group.cases'), numeric: true },
          { key: 'ratio', label: t('calibration.ratio'), numeric: true },
          { key: 'intercept', label: t('calibration.intercept'), numeric: true },
          { key: 'slope', label: t('calibration.slope'), numeric: true },
          { key: 'area', label: t('calibration.area'), numeric: true },
        ]}
        rows={rows.map(({ dimension, level, name, n, ratio, intercept, slope, area }) => ({
          key: `${dimension} ${level}`,
          cells: {
            level: <bdi>{name}</bdi>,
            n: casesText(n),
            ...{ ratio: estimate(ratio), intercept: estimate(intercept) },
            ...{ slope: estimate(slope), area: estimate(area) },
          },
        }))}
      />
      {rows.some(({ isAreaOfPart }) => isAreaOfPart) ? (
        <p className="muted">{t('calibration.otherBins')}</p>
      ) : null}
      {waiting.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}
