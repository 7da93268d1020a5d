import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type { Readings } from '../../services/monitoring/oversight/evaluate-readings.ts';
import { NotSent, SpanText, usePeriod } from './section.tsx';

type Found = Readings['found'][number];

function FoundTable({ found }: { found: readonly Found[] }) {
  const { t } = useTranslation(['oversight', 'metrics']);
  const { number } = useLocal();
  const { between, inPercent } = useStatistics();
  const sent = found.flatMap(({ metric, total }) => (total ? [{ metric, total }] : []));
  if (sent.length === 0) return null;
  return (
    <>
      <DataTable
        id="found"
        caption={t('oversight:readings.found')}
        columns={[
          { key: 'what', label: t('oversight:readings.what') },
          { key: 'cases', label: t('oversight:readings.ofNotes'), numeric: true },
          { key: 'share', label: t('oversight:share'), numeric: true },
        ]}
        rows={sent.map(({ metric, total }) => ({
          key: metric,
          cells: {
            what: t(`metrics:name.${metric}`),
            cases: t('oversight:bias.xOfN', { x: number(total.x), n: number(total.n) }),
            share: between(total.x / total.n, total.interval, inPercent),
          },
        }))}
      />
      <p className="muted">{t('oversight:wilson')}</p>
      {sent[0] ? <SpanText span={sent[0].total} /> : null}
    </>
  );
}

/** The table of two readers with what follows from it. */
function TwoReaders({ metric, readers }: Found) {
  const { t } = useTranslation(['oversight', 'metrics']);
  const { number } = useLocal();
  const { between, decimal, percent } = useStatistics();
  if (!readers) return null;
  const { kappa, pabak, cells } = readers;
  const [least, most] = kappa?.bands ?? [];
  return (
    <>
      <h3>{t(`metrics:name.${metric}`)}</h3>
      <DataTable
        id={`readers-${metric}`}
        caption={t('oversight:readings.cells', { n: number(readers.n) })}
        columns={[
          { key: 'who', label: t('oversight:readings.who') },
          { key: 'notes', label: t('oversight:readings.notes'), numeric: true },
        ]}
        rows={cells.map(({ code, count }) => ({
          key: code,
          cells: {
            who: t(`metrics:part.${code}` as 'metrics:part.neither'),
            notes: number(count),
          },
        }))}
      />
      <DataTable
        id={`agreement-${metric}`}
        caption={t('oversight:readings.agreement')}
        columns={[
          { key: 'index', label: t('oversight:readings.index') },
          { key: 'value', label: t('oversight:readings.value'), numeric: true },
        ]}
        rows={[
          {
            key: 'observed',
            cells: { index: t('oversight:readings.observed'), value: percent(readers.agreement) },
          },
          {
            key: 'kappa',
            cells: {
              index: t('oversight:readings.kappa'),
              value: kappa
                ? between(kappa.value, kappa.interval, decimal)
                : t('oversight:readings.noKappa'),
            },
          },
          {
            key: 'pabak',
            cells: {
              index: t('oversight:readings.pabak'),
              value: between(pabak.value, pabak.interval, decimal),
            },
          },
          {
            key: 'prevalence',
            cells: {
              index: t('oversight:readings.prevalence'),
              value: decimal(readers.prevalenceIndex),
            },
          },
          {
            key: 'bias',
            cells: { index: t('oversight:readings.bias'), value: decimal(readers.biasIndex) },
          },
        ]}
      />
      {least === undefined || most === undefined ? null : (
        <p>
          {least === most
            ? t('oversight:readings.band', { band: t(`oversight:band.${least}`) })
            : t('oversight:readings.bands', {
                least: t(`oversight:band.${least}`),
                most: t(`oversight:band.${most}`),
              })}
        </p>
      )}
      <SpanText span={readers} />
    </>
  );
}

/** What two people found in the same notes, and how far they agree. */
export function ReadingsCard({ readings }: { readings: Readings }) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const period = usePeriod();
  const { decimal } = useStatistics();
  const { found, sentKappa } = readings;
  const tables = found.filter(({ readers }) => readers !== null);
  const isEmpty = found.every(({ total }) => total === null) && tables.length === 0;
  return (
    <section className="card stack" aria-labelledby="readings-heading">
      <h2 id="readings-heading">{t('readings.title')}</h2>
      <p>{t('readings.text')}</p>
      <FoundTable found={found} />
      {tables.map((one) => (
        <TwoReaders key={one.metric} {...one} />
      ))}
      {tables.length === 0 ? null : <p className="muted">{t('readings.notMeaning')}</p>}
      {sentKappa === null ? null : (
        <p>
          {t('readings.sent', {
            ...{ value: decimal(sentKappa.value), period: period(sentKappa.from, sentKappa.to) },
            n: sentKappa.n === null ? '–' : number(sentKappa.n),
          })}
        </p>
      )}
      {tables.length === 0 ? (
        <NotSent
          metrics={[
            ...(isEmpty ? ['omissions', 'fabrications'] : []),
            ...['omission-readings', 'fabrication-readings'],
          ]}
        />
      ) : null}
    </section>
  );
}
