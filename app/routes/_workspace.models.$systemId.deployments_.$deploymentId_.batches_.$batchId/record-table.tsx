import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useRecordWords } from '../../components/intake/use-record-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { getBatch } from '../../services/intake/get-batch.server.ts';

type Page = Awaited<ReturnType<typeof getBatch>>;

interface RecordTableProps {
  records: Page['records'];
  total: number;
  withdrawal: Page['batch']['withdrawal'];
}

/** What became of a record, beside its numbers: replaced, taken back with its batch, or standing again. */
function useFate(withdrawal: RecordTableProps['withdrawal']) {
  const { t } = useTranslation('intake');
  const { date } = useLocal();
  return ({ supersededAt, restores, recordedAt }: Page['records'][number]): string | null => {
    if (supersededAt !== null) {
      const isWithdrawn = withdrawal !== null && supersededAt >= withdrawal.withdrawnAt;
      const day = date(supersededAt);
      return isWithdrawn ? t('withdraw.gone', { day }) : t('batch.superseded', { day });
    }
    if (restores === null) return null;
    return t('withdraw.again', { day: date(recordedAt) });
  };
}

/** Records as they are stored, with the numbers they took the place of. */
export function RecordTable({ records, total, withdrawal }: RecordTableProps) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { numbersOf, groupOf, nameOf } = useRecordWords();
  const fateOf = useFate(withdrawal);
  return (
    <DataTable
      id="records"
      caption={t('batch.records', { n: number(total) })}
      columns={[
        { key: 'metric', label: t('batch.metric') },
        { key: 'group', label: t('batch.group') },
        { key: 'period', label: t('batch.period') },
        { key: 'numbers', label: t('batch.numbers') },
        { key: 'before', label: t('batch.before') },
      ]}
      rows={records.map((record) => ({
        key: record.id,
        cells: {
          metric: <bdi>{nameOf(record)}</bdi>,
          group: <bdi>{groupOf(record)}</bdi>,
          period: t('batch.days', { from: date(record.periodFrom), to: date(record.periodTo) }),
          numbers: (
            <>
              <bdi>{numbersOf(record)}</bdi>
              {fateOf(record) === null ? null : <span className="muted"> {fateOf(record)}</span>}
            </>
          ),
          before: record.replaced === null ? '–' : <bdi>{numbersOf(record.replaced)}</bdi>,
        },
      }))}
    />
  );
}
