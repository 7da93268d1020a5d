import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import { conclusions } from '../../services/monitoring/alert-steps.ts';
import type { AlertPage } from '../../services/monitoring/get-alerts.server.ts';

type Event = AlertPage['events'][number];

/** What a person wrote; of the opening what the plan says is to be done; of the end what it was. */
function useWords() {
  const { t } = useTranslation('monitoring');
  return ({ reason, detail }: Event) => {
    const { action, conclusion } = detail;
    const known = conclusions.find((each) => each === conclusion);
    return [
      known === undefined ? '' : t(`conclusion.${known}`),
      typeof action === 'string' ? action : '',
      reason,
    ].filter((text) => text !== '');
  };
}

export function EventTable({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation('monitoring');
  const { date } = useLocal();
  const words = useWords();
  return (
    <section className="card stack" aria-labelledby="events-caption">
      <DataTable
        id="events"
        caption={t('alert.events')}
        columns={[
          { key: 'kind', label: t('alert.state') },
          { key: 'when', label: t('alert.when') },
          { key: 'who', label: t('alert.who') },
          { key: 'reason', label: t('alert.reason') },
          { key: 'due', label: t('alert.dueOn') },
        ]}
        rows={events.map((event) => ({
          key: event.id,
          cells: {
            kind: t(`event.${event.kind}`),
            when: date(event.createdAt),
            who: event.by ?? t('alert.system'),
            reason: words(event).map((text, place) => (
              <Fragment key={text}>
                {place === 0 ? null : ' · '}
                <bdi>{text}</bdi>
              </Fragment>
            )),
            due: event.dueOn === null ? '–' : date(event.dueOn),
          },
        }))}
      />
    </section>
  );
}
