import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Notice } from '../../components/notice.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-watched-metric.server.ts';

type Drift = NonNullable<WatchedMetricPage['drift']>;
type Share = Drift['periods'][number]['missing'];

/** A share beside the reference and the limit, and in words whether it is above. */
function QualityShare({ own }: { own: Share }) {
  const { t } = useTranslation('monitoring');
  const { inPercent } = useStatistics();
  if (own === null) return '–';
  const limit = own.limit === null ? '–' : inPercent(own.limit);
  return (
    <>
      {t('drift.ofLimit', { value: inPercent(own.share), limit })}
      {own.isAbove ? (
        <div>
          <Tag tone="concern" text={t('quality.isAbove')} />
        </div>
      ) : null}
    </>
  );
}

/** Each period against the frozen bins, beside what chance gives at its number of cases. */
export function DriftTable({ drift }: { drift: Drift }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { decimal, inPercent } = useStatistics();
  if (drift.number === null) return null;
  const qualityColumns = (['missing', 'outOfRange'] as const).flatMap((key) => {
    const known = drift.periods.findLast((period) => period[key] !== null)?.[key];
    if (!known) return [];
    const title = t(`quality.${key}.title`);
    const reference = known.reference === null ? '–' : inPercent(known.reference);
    return [{ key, label: t('quality.ofReference', { title, reference }), numeric: true }];
  });
  const index = (one: { value: number; limit: number } | null) =>
    one === null
      ? '–'
      : t('drift.ofLimit', { value: decimal(one.value, 4), limit: decimal(one.limit, 4) });
  return (
    <section className="card stack" aria-labelledby="drift-caption">
      <DataTable
        id="drift"
        caption={t('drift.title')}
        columns={[
          { key: 'period', label: t('chart.period') },
          { key: 'n', label: t('group.cases'), numeric: true },
          ...qualityColumns,
          { key: 'psi', label: t('drift.psi'), numeric: true },
          { key: 'distance', label: t('drift.distance'), numeric: true },
          { key: 'ks', label: t('drift.ks'), numeric: true },
          { key: 'verdict', label: t('group.verdict') },
        ]}
        rows={drift.periods.map((period) => {
          const few = !period.isKnown && period.isFew ? t('group.hidden') : '–';
          return {
            key: period.from,
            cells: {
              period: period.label,
              n: period.isKnown ? number(period.n) : few,
              psi: period.isKnown ? index(period.psi) : '–',
              distance: period.isKnown ? index(period.distance) : '–',
              ks: period.isKnown ? index(period.ks) : '–',
              missing: <QualityShare own={period.missing} />,
              outOfRange: <QualityShare own={period.outOfRange} />,
              verdict: !period.isKnown ? (
                <Tag tone="unknown" text={t('drift.unknown')} />
              ) : (
                <Tag
                  tone={period.isSignal ? 'concern' : 'good'}
                  text={period.isSignal ? t('drift.changed') : t('drift.same')}
                />
              ),
            },
          };
        })}
      />
      {drift.said.map(({ text, isAbove }) =>
        isAbove ? (
          <Notice key={text} tone="concern">
            {text}
          </Notice>
        ) : (
          <p key={text}>{text}</p>
        ),
      )}
      <p className="muted">{t('drift.text')}</p>
      {qualityColumns.length > 0 ? <p className="muted">{t('quality.text')}</p> : null}
    </section>
  );
}
