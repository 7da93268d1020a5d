import { useTranslation } from 'react-i18next';
import type { ShownGroups } from '../../services/monitoring/present-groups.ts';
import { DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';
import { useGroupCases } from './use-group-cases.ts';
import { useMetricWords } from './use-metric-words.ts';
import { useStatistics } from './use-statistics.ts';

/** An audit keeps its verdicts alone, without what adjusts them for the number of groups. */
type Row = Omit<ShownGroups['rows'][number], 'pAdjusted'> & {
  pAdjusted?: number | null | undefined;
};
type Group = Omit<ShownGroups, 'chart' | 'rows' | 'notHeld'> & {
  rows: readonly Row[];
  notHeld?: string;
  /** Not all complete periods are compared. */
  isOfSpan?: boolean;
};

const tones = { gap: 'alert', 'no-gap': 'good', 'cannot-tell': 'unknown' } as const;

function Verdict({ row }: { row: Row }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  if (row.isReference || row.verdict === null)
    return <Tag tone="neutral" text={t('group.reference')} />;
  const { verdict, needed } = row;
  const text =
    verdict === 'cannot-tell' && needed === null
      ? t('group.cannotTell')
      : t(`group.${verdict}`, { n: number(needed ?? 0) });
  return <Tag tone={tones[verdict]} text={text} />;
}

/** A dimension's groups against the named reference: gap, no gap, or cannot tell with the cases needed. */
export function GroupTable({ group }: { group: Group }) {
  const { t } = useTranslation('monitoring');
  const { inPercent, percentHeading, points, between, decimal } = useStatistics();
  const words = useMetricWords();
  const pText = (p: number) => (p < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(p, 3));
  const isAdjusted = group.rows.some(({ pAdjusted }) => typeof pAdjusted === 'number');
  const id = `group-${group.dimension.replaceAll(/[^\w-]/gu, '-')}`;
  const casesText = useGroupCases();
  return (
    <section className="card stack" aria-labelledby={`${id}-caption`}>
      <DataTable
        id={id}
        caption={t('group.title', { name: group.name })}
        stacks
        columns={[
          { key: 'level', label: t('group.level') },
          { key: 'cases', label: t('group.cases'), numeric: true },
          { key: 'share', label: percentHeading(t('group.share')), numeric: true },
          { key: 'pooled', label: percentHeading(t('group.pooled')), numeric: true },
          { key: 'difference', label: t('group.differencePoints'), numeric: true },
          ...(isAdjusted ? [{ key: 'adjusted', label: t('group.adjusted'), numeric: true }] : []),
          { key: 'verdict', label: t('group.verdict') },
        ]}
        rows={group.rows.map((row) => ({
          key: row.level,
          cells: {
            level: <bdi>{words.level(row.level)}</bdi>,
            cases: casesText(row.n),
            share: between(row.value, row.interval, inPercent),
            pooled: row.pooled === null ? '–' : inPercent(row.pooled),
            difference: between(row.difference, row.differenceInterval, points),
            adjusted: typeof row.pAdjusted === 'number' ? pText(row.pAdjusted) : '–',
            verdict: <Verdict row={row} />,
          },
        }))}
      />
      {group.rows.length === 0 ? <p className="muted">{t('group.none')}</p> : null}
      <p className="muted">
        {t(group.isOfSpan === true ? 'group.textOfSpan' : 'group.text', {
          ...{ reference: group.against, margin: points(group.margin) },
        })}{' '}
        {t('group.incompatible')} {isAdjusted ? t('group.adjustedText') : null}
      </p>
      {group.notHeld ? <p>{group.notHeld}</p> : null}
      {group.rows.some(({ pooled }) => pooled !== null) ? (
        <p className="muted">{t('group.pooledText')}</p>
      ) : null}
      {group.waiting === '' ? null : <p>{group.waiting}</p>}
    </section>
  );
}
