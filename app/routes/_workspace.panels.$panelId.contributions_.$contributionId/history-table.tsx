import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getContribution } from '../../services/contributions/get-contribution.server.ts';

type Events = Awaited<ReturnType<typeof getContribution>>['events'];

/** What became of a contribution, as its author reads it too, and who did it. */
export function HistoryTable({ events }: { events: Events }) {
  const { t } = useTranslation('moderation');
  const { date } = useLocal();
  if (events.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('one.history')}</h2>
      <DataTable
        id="history"
        caption={t('one.history')}
        captionHidden
        columns={[
          { key: 'what', label: t('one.what') },
          { key: 'when', label: t('one.when') },
          { key: 'who', label: t('list.who') },
          { key: 'reason', label: t('reasons.reason') },
          { key: 'note', label: t('decide.note') },
        ]}
        rows={events.map((event) => ({
          key: String(event.number),
          cells: {
            what: t(`event.${event.kind}`),
            when: date(event.at),
            who: event.isAuthor ? t('one.author') : (event.by ?? t('one.formerUser')),
            reason: event.reason === null ? '' : t(`reason.${event.reason}`),
            note: event.note,
          },
        }))}
      />
    </section>
  );
}
