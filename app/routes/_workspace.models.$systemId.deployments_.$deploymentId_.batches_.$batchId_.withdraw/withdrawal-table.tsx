import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useRecordWords } from '../../components/intake/use-record-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { getWithdrawal } from '../../services/intake/get-withdrawal.server.ts';

interface WithdrawalTableProps {
  changes: Awaited<ReturnType<typeof getWithdrawal>>['changes'];
  total: number;
}

/** Each record that would count no longer, with what would stand again in its place. */
export function WithdrawalTable({ changes, total }: WithdrawalTableProps) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { numbersOf, groupOf, nameOf } = useRecordWords();
  return (
    <section className="card stack" aria-labelledby="withdrawal-caption">
      <DataTable
        id="withdrawal"
        caption={t('withdraw.caption', { n: number(total) })}
        columns={[
          { key: 'metric', label: t('batch.metric') },
          { key: 'group', label: t('batch.group') },
          { key: 'period', label: t('batch.period') },
          { key: 'gone', label: t('withdraw.columnGone') },
          { key: 'again', label: t('withdraw.columnAgain') },
        ]}
        rows={changes.map(({ record, restored }) => ({
          key: record.id,
          cells: {
            metric: <bdi>{nameOf(record)}</bdi>,
            group: <bdi>{groupOf(record)}</bdi>,
            period: t('batch.days', { from: date(record.periodFrom), to: date(record.periodTo) }),
            gone: <bdi>{numbersOf(record)}</bdi>,
            again: restored === null ? t('withdraw.nothing') : <bdi>{numbersOf(restored)}</bdi>,
          },
        }))}
      />
      {total > changes.length ? (
        <p>{t('withdraw.firstOnly', { n: number(changes.length) })}</p>
      ) : null}
    </section>
  );
}
