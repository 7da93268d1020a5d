import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { Fault } from '../../services/intake/faults.ts';
import { maximumRecords } from '../../services/intake/intake-words.ts';
import { faultSentences } from '../../services/intake/fault-sentences.ts';

/** As many as anybody corrects at once. */
const mostShown = 200;

/** Where a fault is that stands in no column: a place of a report, or the row as a whole. */
const placeOf = ({ column, line, pointer }: Fault) =>
  column ?? (line === undefined && !pointer.startsWith('/records') ? pointer : '');

/** Of one place each sentence once: a machine's codes differ where a person's words do not. */
function eachOnce(faults: readonly Fault[]): Fault[] {
  const keyOf = (fault: Fault) =>
    [fault.line, placeOf(fault), faultSentences[fault.code], fault.otherLine].join(' ');
  return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
}

/** Every row that is refused, with where it stands in the file and why. */
export function FaultTable({ faults: found, rows }: { faults: readonly Fault[]; rows: number }) {
  const { t } = useTranslation('intake');
  const { number, date } = useLocal();
  const faults = eachOnce(found);
  const isHeading = faults.some(({ code, line = 1 }) => code === 'unknown-field' && line === 1);
  const lacks = faults.some(({ code }) => code === 'missing');
  const limits = { most: number(maximumRecords), n: number(rows) };
  const daysOf = (period: { start: string; end: string } | undefined) =>
    period === undefined ? '' : t('batch.days', { from: date(period.start), to: date(period.end) });
  const whyOf = ({ code, otherLine, periods }: Fault) => [
    t(`fault.${faultSentences[code]}`, {
      ...{ ...limits, sent: daysOf(periods?.sent), stored: daysOf(periods?.stored) },
    }),
    ...(otherLine === undefined ? [] : [t('dryRun.seeLine', { n: number(otherLine) })]),
  ];
  return (
    <>
      {isHeading || lacks ? <p>{t('upload.columnsText')}</p> : null}
      <DataTable
        id="faults"
        caption={t('dryRun.faults', { n: number(faults.length) })}
        columns={[
          { key: 'line', label: t('dryRun.line') },
          { key: 'column', label: t('dryRun.column') },
          { key: 'why', label: t('dryRun.why') },
        ]}
        rows={faults.slice(0, mostShown).map((fault, index) => ({
          key: String(index),
          cells: {
            line: fault.line === undefined ? '–' : t('dryRun.lineOf', { n: number(fault.line) }),
            column: placeOf(fault) === '' ? '–' : <code dir="ltr">{placeOf(fault)}</code>,
            why: whyOf(fault).join(' '),
          },
        }))}
      />
      {faults.length > mostShown ? <p>{t('dryRun.firstOnly', { n: number(mostShown) })}</p> : null}
    </>
  );
}
