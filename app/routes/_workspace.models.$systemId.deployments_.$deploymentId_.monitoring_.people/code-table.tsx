import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { useLocal } from '../../components/use-local.ts';
import type { CodedShares } from '../../services/monitoring/oversight/evaluate-minutes.ts';
import { fewestShown } from '../../services/monitoring/series.ts';
import { SpanText } from './section.tsx';

interface CodeTableProps {
  id: string;
  caption: string;
  /** What the rows are. */
  heading: string;
  found: CodedShares;
}

/** Codes with their shares; those of few cases stand together. */
export function CodeTable({ id, caption, heading, found }: CodeTableProps) {
  const { t } = useTranslation(['oversight', 'metrics']);
  const { number } = useLocal();
  const { between, inPercent } = useStatistics();
  const isTogether = found.codes.some(({ code }) => code === null);
  return (
    <>
      <DataTable
        id={id}
        caption={caption}
        columns={[
          { key: 'code', label: heading },
          { key: 'count', label: t('oversight:cases'), numeric: true },
          { key: 'share', label: t('oversight:share'), numeric: true },
        ]}
        rows={found.codes.map(({ code, count, share, interval }) => ({
          key: code ?? '',
          cells: {
            code:
              code === null
                ? t('oversight:together')
                : t(`metrics:part.${code}` as 'metrics:part.other'),
            count: number(count),
            share: between(share, interval, inPercent),
          },
        }))}
      />
      <p className="muted">
        {t('oversight:allCases', { n: number(found.n) })} {t('oversight:goodman')}
        {isTogether ? ` ${t('oversight:togetherText', { n: fewestShown })}` : null}
      </p>
      <SpanText span={found} />
    </>
  );
}
