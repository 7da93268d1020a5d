import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { StageEventKind } from '#db/schema/deployment.ts';
import { DataTable } from '../data-table.tsx';
import { useLocal } from '../use-local.ts';
import { StageTag } from './stage-tag.tsx';

interface StageEventsProps {
  title: string;
  /** Newest first. */
  events: readonly {
    number: number;
    kind: StageEventKind;
    stage: LifecycleStage;
    reason: string;
    decidedBy: string;
    decidedOn: string;
    ratifyBy: string | null;
  }[];
}

/** How far something came, by whose decision and why. */
export function StageEvents({ title, events }: StageEventsProps) {
  const { t } = useTranslation(['models', 'register']);
  const { date, number } = useLocal();
  return (
    <section className="card" aria-labelledby="decisions-caption">
      <DataTable
        id="decisions"
        caption={title}
        columns={[
          { key: 'number', label: t('models:decision.number') },
          { key: 'stage', label: t('models:system.stage') },
          { key: 'kind', label: t('models:decision.kind') },
          { key: 'on', label: t('models:decision.decidedOn') },
          { key: 'by', label: t('models:decision.decidedBy') },
          { key: 'reason', label: t('models:decision.reason') },
        ]}
        rows={events.map((event) => ({
          key: String(event.number),
          cells: {
            number: number(event.number),
            stage: <StageTag stage={event.stage} />,
            kind: t(`register:eventKind.${event.kind}`),
            on: date(event.decidedOn),
            by: <bdi>{event.decidedBy}</bdi>,
            reason: <span dir="auto">{event.reason}</span>,
          },
        }))}
      />
    </section>
  );
}
