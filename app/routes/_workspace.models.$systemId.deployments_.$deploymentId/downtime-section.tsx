import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { addDays } from '../../days.ts';
import { downtimeVerdicts } from '../../services/register/downtime.ts';
import type { Downtime } from '../../services/register/read-downtime.server.ts';

const tones = { kept: 'good', exceeded: 'alert', 'cannot-tell': 'unknown' } as const;

function usePeriodRow() {
  const { t } = useTranslation('models');
  const { date, number, locale } = useLocal();
  const percent = (share: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
  return (period: Downtime['periods'][number]) => {
    const { from, to, downMinutes, longestMinutes, fallback, verdict } = period;
    const minutes = (value: number | null) =>
      value === null ? t('downtime.notSent') : number(Math.round(value));
    return {
      key: `${from} ${to}`,
      cells: {
        period: t('downtime.between', { from: date(from), to: date(addDays(to, -1)) }),
        down: minutes(downMinutes),
        longest: minutes(longestMinutes),
        fallback:
          fallback === null || Number.isNaN(fallback.value)
            ? t('downtime.notSent')
            : fallback.isFew
              ? t('downtime.few')
              : percent(fallback.value),
        verdict:
          verdict === null ? null : (
            <Tag tone={tones[verdict]} text={t(`downtime.verdict.${verdict}`)} />
          ),
      },
    };
  };
}

/** How long the system was down in the last periods, against what was declared as the longest that can be borne. */
export function DowntimeSection({ downtime }: { downtime: Downtime }) {
  const { t } = useTranslation('models');
  const { date, number } = useLocal();
  const row = usePeriodRow();
  const { maximumHours, lastDrill, isWithheld, periods } = downtime;
  const unsaid = isWithheld ? t('downtime.withheld') : t('notSaid');
  const count = (verdict: (typeof downtimeVerdicts)[number]) =>
    periods.filter((period) => period.verdict === verdict).length;
  return (
    <section className="card stack" aria-labelledby="downtime">
      <h2 id="downtime">{t('downtime.title')}</h2>
      <Definitions
        items={[
          {
            term: t('downtime.maximum'),
            value:
              maximumHours === null ? unsaid : t('downtime.hours', { hours: number(maximumHours) }),
          },
          { term: t('downtime.drill'), value: lastDrill === null ? unsaid : date(lastDrill) },
          ...(maximumHours === null
            ? []
            : downtimeVerdicts.map((verdict) => ({
                term: t(`downtime.verdict.${verdict}`),
                value: t('downtime.periods', { count: count(verdict) }),
              }))),
        ]}
      />
      {periods.length === 0 ? (
        <p className="muted">{t('downtime.none')}</p>
      ) : (
        <>
          <DataTable
            id="downtime-periods"
            caption={t('downtime.caption')}
            columns={[
              { key: 'period', label: t('downtime.period') },
              { key: 'down', label: t('downtime.down'), numeric: true },
              { key: 'longest', label: t('downtime.longest'), numeric: true },
              { key: 'fallback', label: t('downtime.fallback'), numeric: true },
              ...(maximumHours === null
                ? []
                : [{ key: 'verdict', label: t('downtime.isKept') } as const]),
            ]}
            rows={periods.map(row)}
            stacks
          />
          <p className="muted">{t('downtime.bound')}</p>
        </>
      )}
    </section>
  );
}
