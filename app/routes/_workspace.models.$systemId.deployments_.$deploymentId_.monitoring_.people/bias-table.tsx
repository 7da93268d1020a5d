import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { BiasRow } from '../../services/monitoring/oversight/evaluate-oversight.ts';
import type { Span } from '../../services/monitoring/oversight/sum-shares.ts';
import { NotSent, SpanText } from './section.tsx';

/** What became of wrong and of right outputs, as far as it was sent. */
function FourCells({ rows }: { rows: readonly BiasRow[] }) {
  const { t } = useTranslation('oversight');
  const { number } = useLocal();
  const totalOf = (code: BiasRow['code']) => rows.find((row) => row.code === code)?.total ?? null;
  const [wrong, right] = [totalOf('accept-when-wrong'), totalOf('override-when-right')];
  if (wrong === null && right === null) return null;
  const cells = [
    ...(wrong ? [{ key: 'wrong', accepted: wrong.x, overridden: wrong.n - wrong.x }] : []),
    ...(right ? [{ key: 'right', accepted: right.n - right.x, overridden: right.x }] : []),
  ] as const;
  return (
    <DataTable
      id="four-cells"
      caption={t('bias.cells')}
      columns={[
        { key: 'output', label: t('bias.output') },
        { key: 'accepted', label: t('bias.accepted'), numeric: true },
        { key: 'overridden', label: t('bias.overridden'), numeric: true },
      ]}
      rows={cells.map(({ key, accepted, overridden }) => ({
        key,
        cells: {
          output: t(key === 'wrong' ? 'bias.wrong' : 'bias.right'),
          accepted: number(accepted),
          overridden: number(overridden),
        },
      }))}
    />
  );
}

/** Over-reliance and under-reliance in one table. */
export function BiasTable({ rows }: { rows: readonly BiasRow[] }) {
  const { t } = useTranslation(['oversight', 'metrics', 'monitoring']);
  const { number } = useLocal();
  const { between, inPercent } = useStatistics();
  const sent = rows.filter(({ total }) => total !== null);
  const unsent = rows.filter(({ total }) => total === null).map(({ code }) => code);
  return (
    <section className="card stack" aria-labelledby="bias-heading">
      <h2 id="bias-heading">{t('oversight:bias.title')}</h2>
      <p>{t('oversight:bias.text')}</p>
      {sent.length === 0 ? null : (
        <DataTable
          id="bias"
          caption={t('oversight:bias.caption')}
          stacks
          columns={[
            { key: 'rate', label: t('oversight:bias.rate') },
            { key: 'cases', label: t('oversight:bias.ofAll'), numeric: true },
            { key: 'share', label: t('oversight:share'), numeric: true },
            { key: 'means', label: t('oversight:bias.means') },
          ]}
          rows={sent.map(({ code, total, rate, needed }) => ({
            key: code,
            cells: {
              rate: t(`metrics:name.${code}`),
              cases: total
                ? t('oversight:bias.xOfN', { x: number(total.x), n: number(total.n) })
                : '–',
              share: between(rate?.value ?? null, rate?.interval ?? null, inPercent),
              means: (
                <>
                  {needed === null ? null : (
                    <Tag tone="unknown" text={t('monitoring:group.cannotTell')} />
                  )}
                  <p>
                    {needed === null
                      ? t(`oversight:bias.meaning.${code}`)
                      : t('oversight:bias.tooWide', { n: number(needed) })}
                  </p>
                </>
              ),
            },
          }))}
        />
      )}
      <FourCells rows={rows} />
      {sent.length === 0 ? null : (
        <p className="muted">
          {t('oversight:wilson')} {t('oversight:bias.sampled')}
        </p>
      )}
      <Spans rows={sent} />
      {unsent.length === 0 ? null : <NotSent metrics={unsent} />}
    </section>
  );
}

const spanKey = ({ from, to, isBehind, mode }: Span) => [from, to, isBehind, mode].join(' ');

/** What each rate is added up over: said once where it is the same of all. */
function Spans({ rows }: { rows: readonly BiasRow[] }) {
  const { t } = useTranslation('metrics');
  const spans = rows.flatMap(({ code, total }) => (total ? [{ code, total }] : []));
  const [first] = spans;
  if (first === undefined) return null;
  if (new Set(spans.map(({ total }) => spanKey(total))).size === 1) {
    return <SpanText span={first.total} />;
  }
  return spans.map(({ code, total }) => (
    <div key={code}>
      <span className="muted">{t(`name.${code}`)}</span>
      <SpanText span={total} />
    </div>
  ));
}
