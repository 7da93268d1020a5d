import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useRecordWords } from '../../components/intake/use-record-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { DryRun } from '../../services/intake/get-upload.server.ts';

type Run = Extract<DryRun, { ok: true }>;

/** Each record that would be stored, with what stands in its place now. */
export function ChangeTable({ run: { changes, accepted } }: { run: Run }) {
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { numbersOf, groupOf, nameOf } = useRecordWords();
  return (
    <section className="card stack" aria-labelledby="changes-caption">
      <DataTable
        id="changes"
        caption={t('dryRun.does', { n: number(accepted) })}
        columns={[
          { key: 'metric', label: t('batch.metric') },
          { key: 'group', label: t('batch.group') },
          { key: 'period', label: t('batch.period') },
          { key: 'numbers', label: t('batch.numbers') },
          { key: 'before', label: t('batch.before') },
        ]}
        rows={changes.map(({ record, replaced }) => ({
          key: record.id,
          cells: {
            metric: <bdi>{nameOf(record)}</bdi>,
            group: <bdi>{groupOf(record)}</bdi>,
            period: t('batch.days', {
              from: date(record.period_from),
              to: date(record.period_to),
            }),
            numbers: <bdi>{numbersOf(record)}</bdi>,
            before: replaced === null ? t('dryRun.new') : <bdi>{numbersOf(replaced)}</bdi>,
          },
        }))}
      />
      {accepted > changes.length ? (
        <p>{t('dryRun.firstDoes', { n: number(changes.length) })}</p>
      ) : null}
    </section>
  );
}
