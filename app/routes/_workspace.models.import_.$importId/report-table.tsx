import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { readMetric } from '../../services/register/cards/chai-metric.ts';
import type { ReportRow } from '../../services/register/cards/card-reading.ts';

const tones = { mapped: 'good', kept: 'concern', empty: 'neutral' } as const;
const outcomes = ['mapped', 'kept', 'empty'] as const;

function useOutcomeText() {
  const { t } = useTranslation('models');
  return (row: ReportRow) =>
    row.outcome === 'kept' ? t(`import.why.${row.reason}`) : t(`import.outcome.${row.outcome}`);
}

/** A result of a card as its numbers; anything else as it was written. */
function useStated() {
  const { number } = useLocal();
  const { between } = useStatistics();
  return (text: string) => {
    const stated = readMetric('', 'stated', text);
    if (!stated) return text.length > 300 ? `${text.slice(0, 300)}…` : text;
    const { value, low, high, unit } = stated;
    const interval = low === undefined || high === undefined ? null : ([low, high] as const);
    return [between(value, interval, number), unit].filter(Boolean).join(' ');
  };
}

/** A path breaks after its slashes: the longest one would leave what the card says no room. */
function CardPath({ path }: { path: string }) {
  return (
    <code dir="ltr">
      {path.split('/').map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {index === 0 ? null : (
            <>
              /<wbr />
            </>
          )}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

/** What becomes of each field of a card, before anything is saved. */
export function ReportTable({ report }: { report: readonly ReportRow[] }) {
  const { t } = useTranslation('models');
  const { number } = useLocal();
  const outcomeText = useOutcomeText();
  const stated = useStated();
  return (
    <>
      <Facts
        items={outcomes.map((outcome) => ({
          term: t(`import.outcome.${outcome}`),
          value: number(report.filter((row) => row.outcome === outcome).length),
        }))}
      />
      <DataTable
        id="report"
        caption={t('import.fields')}
        columns={[
          { key: 'path', label: t('import.field') },
          { key: 'outcome', label: t('import.becomes') },
          { key: 'text', label: t('import.said') },
        ]}
        rows={report.map((row, index) => ({
          key: String(index),
          cells: {
            path: <CardPath path={row.path} />,
            outcome: <Tag tone={tones[row.outcome]} text={outcomeText(row)} />,
            text:
              row.outcome === 'empty' ? null : (
                <span className="as-written" dir="auto">
                  {stated(row.text)}
                </span>
              ),
          },
        }))}
      />
    </>
  );
}
