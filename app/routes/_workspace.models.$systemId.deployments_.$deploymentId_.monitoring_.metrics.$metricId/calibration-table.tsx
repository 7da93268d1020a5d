import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-monitoring.server.ts';

type Reading = WatchedMetricPage['calibration'][number];

/** Whether risks are right, and tell cases apart: of everybody and of each group. */
export function CalibrationTable({ readings }: { readings: readonly Reading[] }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { between, decimal } = useStatistics();
  const few = 10;
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
        rows={readings.map(
          ({ dimension, level, n, calibration: { ratio, recalibration }, area }) => {
            const isFew = n < few;
            const line = recalibration.ok && recalibration.line.ok ? recalibration.line : null;
            const large = recalibration.ok ? recalibration.inTheLarge : null;
            const name = dimension === '' ? t('calibration.everybody') : level;
            return {
              key: `${dimension} ${level}`,
              cells: {
                level: <bdi>{name}</bdi>,
                n: isFew ? t('group.hidden') : number(n),
                ratio: !isFew && ratio.ok ? between(ratio.ratio, ratio.interval) : '–',
                intercept: !isFew && large ? between(large.value, large.interval) : '–',
                slope: !isFew && line ? between(line.slope.value, line.slope.interval) : '–',
                area: !isFew && area.ok ? between(area.auc, area.interval, decimal) : '–',
              },
            };
          },
        )}
      />
    </section>
  );
}
