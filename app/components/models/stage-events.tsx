import { useTranslation } from 'react-i18next';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import type { DecisionOutcome, StageEventKind } from '#db/schema/deployment.ts';
import type { SilentState } from '#db/schema/exit-plan.ts';
import { DataTable } from '../data-table.tsx';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';
import { SilentStateFacts } from './silent-state-facts.tsx';
import { StageTag } from './stage-tag.tsx';

type Event = {
  number: number;
  kind: StageEventKind;
  stage: LifecycleStage;
  outcome: DecisionOutcome;
  askedStage: LifecycleStage | null;
  reviewOn: string | null;
  despite: string | null;
  silentState: SilentState | null;
  reason: string;
  decidedBy: string;
  decidedOn: string;
  ratifyBy: string | null;
};

interface StageEventsProps {
  title: string;
  /** Newest first. */
  events: readonly Event[];
}

const tones = {
  approved: 'good',
  'approved-with-contingencies': 'concern',
  'to-be-reviewed': 'unknown',
  declined: 'alert',
} as const satisfies Record<DecisionOutcome, string>;

/** What became of what was asked for. */
function Outcome({ kind, outcome, askedStage, reviewOn }: Event) {
  const { t } = useTranslation(['gates', 'register']);
  const { date } = useLocal();
  // More was asked for; nothing was approved.
  if (kind === 'conditions') return <>–</>;
  return (
    <>
      <Tag tone={tones[outcome]} text={t(`gates:outcome.${outcome}`)} />
      {askedStage === null ? null : (
        <p className="hint">
          {t('gates:decision.asked', { stage: t(`register:stage.${askedStage}`) })}
        </p>
      )}
      {reviewOn === null ? null : (
        <p className="hint">{t('gates:decision.reviewedBy', { day: date(reviewOn) })}</p>
      )}
    </>
  );
}

function Reason({ reason, despite }: Event) {
  const { t } = useTranslation('gates');
  return (
    <>
      <span dir="auto">{reason}</span>
      {despite === null ? null : (
        <p className="hint">
          {t('decision.despiteSaid')} <bdi>{despite}</bdi>
        </p>
      )}
    </>
  );
}

/** How far something came, by whose decision and why, and what was declined. */
export function StageEvents({ title, events }: StageEventsProps) {
  const { t } = useTranslation(['models', 'register', 'gates']);
  const { date, number } = useLocal();
  return (
    <section className="card stack" aria-labelledby="decisions-caption">
      <DataTable
        id="decisions"
        caption={title}
        columns={[
          { key: 'number', label: t('models:decision.number') },
          { key: 'stage', label: t('models:system.stage') },
          { key: 'outcome', label: t('gates:decision.outcome') },
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
            outcome: <Outcome {...event} />,
            kind: t(`register:eventKind.${event.kind}`),
            on: date(event.decidedOn),
            by: <bdi>{event.decidedBy}</bdi>,
            reason: <Reason {...event} />,
          },
        }))}
      />
      {events.map(({ number: which, silentState }) =>
        silentState === null ? null : (
          <details key={which}>
            <summary>{t('gates:decision.kept', { number: number(which) })}</summary>
            <SilentStateFacts id={`silent-${which}`} state={silentState} />
          </details>
        ),
      )}
    </section>
  );
}
