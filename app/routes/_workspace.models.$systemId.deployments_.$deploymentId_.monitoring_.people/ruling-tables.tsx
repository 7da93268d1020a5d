import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useGroupCases } from '../../components/monitoring/use-group-cases.ts';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type {
  Oversight,
  Ruling,
  RulingTable,
} from '../../services/monitoring/oversight/evaluate-oversight.ts';
import { NotSent, SpanText } from './section.tsx';

function useRulingName() {
  const { t } = useTranslation(['oversight', 'metrics']);
  return (code: Ruling) =>
    code === null ? t('oversight:ruling.unsent') : t(`metrics:part.${code}`);
}

function Everybody({ table }: { table: RulingTable }) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const { between, inPercent } = useStatistics();
  const nameOf = useRulingName();
  return (
    <DataTable
      id="ruling"
      caption={t('ruling.caption')}
      columns={[
        { key: 'ruling', label: t('ruling.who') },
        { key: 'count', label: t('cases'), numeric: true },
        { key: 'share', label: t('share'), numeric: true },
      ]}
      rows={table.cells.map(({ code, count, share, interval }) => ({
        key: code ?? '',
        cells: {
          ruling: nameOf(code),
          count: number(count),
          share: between(share, interval, inPercent),
        },
      }))}
    />
  );
}

/** The same by groups: a group of few, and as many others as hide it, has no numbers. */
function ByGroup({ table, codes }: { table: RulingTable; codes: readonly Ruling[] }) {
  const { t } = useTranslation(['oversight', 'monitoring']);
  const { between, inPercent, percentHeading } = useStatistics();
  const words = useMetricWords();
  const nameOf = useRulingName();
  const id = `ruling-${table.dimension.replaceAll(/[^\w-]/gu, '-')}`;
  const casesText = useGroupCases();
  return (
    <>
      <DataTable
        id={id}
        caption={t('oversight:ruling.by', { group: words.group(table.dimension) })}
        stacks
        columns={[
          { key: 'level', label: t('monitoring:group.level') },
          { key: 'n', label: t('oversight:cases'), numeric: true },
          ...codes.map((code) => ({
            ...{ key: code ?? 'unsent', label: percentHeading(nameOf(code)), numeric: true },
          })),
        ]}
        rows={table.groups.map(({ level, n, cells }) => ({
          key: level,
          cells: {
            level: <bdi>{words.level(level)}</bdi>,
            n: casesText(n),
            ...Object.fromEntries(
              cells.map(({ code, share, interval }) => [
                code ?? 'unsent',
                between(share, interval, inPercent),
              ]),
            ),
          },
        }))}
      />
      <SpanText span={table} />
    </>
  );
}

/** Who was right where people and the system disagreed, as clinicians judged afterwards. */
export function RulingTables({ ruling }: Pick<Oversight, 'ruling'>) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const codes = ruling?.overall.cells.map(({ code }) => code) ?? [];
  return (
    <section className="card stack" aria-labelledby="ruling-heading">
      <h2 id="ruling-heading">{t('ruling.title')}</h2>
      <p>{t('ruling.text')}</p>
      {ruling === null ? (
        <NotSent metrics={['disagreement-ruling']} />
      ) : (
        <>
          <Everybody table={ruling.overall} />
          <p className="muted">
            {t('allCases', { n: number(ruling.overall.n) })} {t('goodman')} {t('ruling.notMeaning')}
          </p>
          <SpanText span={ruling.overall} />
          {ruling.byGroup.map((table) => (
            <ByGroup key={table.dimension} table={table} codes={codes} />
          ))}
        </>
      )}
    </section>
  );
}
