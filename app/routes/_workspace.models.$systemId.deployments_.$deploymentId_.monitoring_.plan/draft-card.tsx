import type { SubmissionResult } from '@conform-to/react';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useMetricWords } from '../../components/monitoring/use-metric-words.ts';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { PlanPage } from '../../services/monitoring/get-plan.server.ts';

interface DraftCardProps {
  draft: NonNullable<PlanPage['draft']>;
  /** The place is retired: the draft can be thrown away, and nothing else. */
  isOver: boolean;
  home: string;
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

function DraftForms({ draft, home, reply }: Omit<DraftCardProps, 'isOver'>) {
  const { t } = useTranslation('monitoring');
  const words = useMetricWords();
  const { revision, purpose, falseAlarmsAYear, reviewOn, metrics } = draft;
  const intent = reply?.result.initialValue?.['intent'];
  const shared = { revision, refusal: reply?.refusal };
  const resultOf = (name: string) => (intent === name ? (reply?.result ?? null) : null);
  return (
    <>
      <RecordForm
        id="words"
        {...shared}
        result={resultOf('words')}
        hidden={{ intent: 'words' }}
        values={{
          ...{ purpose, falseAlarmsAYear: falseAlarmsAYear?.toString() ?? '' },
          reviewOn: reviewOn ?? '',
        }}
        submit={t('plan.save')}
        fields={[
          {
            ...{ as: 'text', name: 'purpose' },
            label: draft.number === 1 ? t('plan.purpose') : t('plan.purposeNext'),
          },
          {
            ...{ as: 'number', name: 'falseAlarmsAYear', label: t('plan.budget') },
            hint: t('plan.budgetHint'),
          },
          { as: 'date', name: 'reviewOn', label: t('plan.reviewOn') },
        ]}
      />
      <h3>{t('plan.metrics')}</h3>
      {metrics.length === 0 ? <p className="muted">{t('plan.noMetrics')}</p> : null}
      <ul className="stack">
        {metrics.map((metric) => (
          <li key={metric.id}>
            <Link to={`${home}/metrics/${metric.id}`}>{words.name(metric)}</Link> ·{' '}
            {t(`chartKind.${metric.chart}`)} · {t(`tier.${metric.tier}`)}
            <RecordForm
              id={`remove-${metric.id}`}
              {...shared}
              result={null}
              hidden={{ intent: 'remove', metricId: metric.id }}
              submit={`${t('plan.remove')}: ${words.name(metric)}`}
              fields={[]}
            />
          </li>
        ))}
      </ul>
      <div className="button-row">
        <LinkButton to={`${home}/metrics/new`}>{t('plan.addMetric')}</LinkButton>
      </div>
      <ConfirmDetails
        summary={t('plan.adopt')}
        consequence={t('plan.adoptText')}
        open={intent === 'adopt'}
      >
        <RecordForm
          id="adopt"
          {...shared}
          result={resultOf('adopt')}
          hidden={{ intent: 'adopt' }}
          tone="primary"
          submit={t('plan.adopt')}
          fields={[]}
        />
      </ConfirmDetails>
    </>
  );
}

/** The plan that is being written: its words, its metrics, and the two ways in which it ends. */
export function DraftCard({ isOver, ...props }: DraftCardProps) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { draft, reply } = props;
  return (
    <section className="card stack" aria-labelledby="draft">
      <h2 id="draft">{t('plan.draft', { number: number(draft.number) })}</h2>
      {isOver ? null : <DraftForms {...props} />}
      <ConfirmDetails summary={t('plan.discard')} consequence={t('plan.discardText')}>
        <RecordForm
          id="discard"
          revision={draft.revision}
          refusal={reply?.refusal}
          result={reply?.result.initialValue?.['intent'] === 'discard' ? reply.result : null}
          hidden={{ intent: 'discard' }}
          tone="danger"
          submit={t('plan.discard')}
          fields={[]}
        />
      </ConfirmDetails>
    </section>
  );
}
