import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useRecordWords } from '../../components/intake/use-record-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { getBatch } from '../../services/intake/get-batch.server.ts';

type Records = Awaited<ReturnType<typeof getBatch>>['records'];

/** Records as they are stored, with the numbers they took the place of. */
export function RecordTable({ records, total }: { records: Records; total: number }) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { numbersOf, groupOf } = useRecordWords();
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
          metric: (
            <bdi>{record.part === '' ? record.metric : `${record.metric} · ${record.part}`}</bdi>
          ),
          group: <bdi>{groupOf(record)}</bdi>,
          period: t('batch.days', { from: date(record.periodFrom), to: date(record.periodTo) }),
          numbers: (
            <>
              <bdi>{numbersOf(record)}</bdi>
              {record.supersededAt === null ? null : (
                <span className="muted">
                  {' '}
                  {t('batch.superseded', { day: date(record.supersededAt) })}
                </span>
              )}
            </>
          ),
          before: record.replaced === null ? '–' : <bdi>{numbersOf(record.replaced)}</bdi>,
        },
      }))}
    />
  );
}
