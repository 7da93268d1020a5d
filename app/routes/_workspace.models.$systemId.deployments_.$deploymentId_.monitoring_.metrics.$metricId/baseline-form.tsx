import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useLocal } from '../../components/use-local.ts';
import { addDays } from '../../days.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import type { WatchedMetricPage } from '../../services/monitoring/get-watched-metric.server.ts';

interface BaselineFormProps {
  page: Pick<WatchedMetricPage, 'baselines' | 'drift' | 'references'>;
  mayDecide: boolean;
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** What was decided about limits, and the form of the next decision. */
export function BaselineForm({ page, mayDecide, reply }: BaselineFormProps) {
  const { t } = useTranslation('monitoring');
  const { date } = useLocal();
  const isDrift = page.drift !== null;
  const until = isDrift ? t('baseline.referenceUntil') : t('baseline.until');
  return (
    <>
      {page.baselines.length === 0 ? null : (
        <section className="card" aria-labelledby="limits">
          <h2 id="limits">{t('baseline.decided')}</h2>
          <ul>
            {page.baselines.map(({ id, appliesFrom, reason, approvedBy }) => (
              <li key={id}>
                {t('baseline.one', { day: date(appliesFrom), reason, by: approvedBy })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.references.length === 0 ? null : (
        <section className="card" aria-labelledby="references">
          <h2 id="references">{t('baseline.frozen')}</h2>
          <ul>
            {page.references.map(({ id, number, baselineFrom, baselineTo, reason, approvedBy }) => (
              <li key={id}>
                {t('baseline.reference', {
                  number,
                  from: baselineFrom === null ? '–' : date(baselineFrom),
                  until: baselineTo === null ? '–' : date(addDays(baselineTo, -1)),
                  reason,
                  by: approvedBy === '' ? '–' : approvedBy,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayDecide ? (
        <ConfirmDetails
          summary={isDrift ? t('drift.freeze') : t('baseline.title')}
          consequence={isDrift ? t('drift.freezeText') : t('baseline.text')}
          open={reply !== undefined}
        >
          <RecordForm
            id="baseline"
            revision={isDrift ? (page.references[0]?.number ?? 0) : page.baselines.length}
            result={reply?.result ?? null}
            refusal={reply?.refusal}
            hidden={{ intent: isDrift ? 'reference' : 'baseline' }}
            submit={t('baseline.submit')}
            fields={[
              {
                as: 'date',
                name: 'appliesFrom',
                label: isDrift ? t('baseline.referenceFrom') : t('baseline.from'),
              },
              { as: 'date', name: 'baselineTo', label: until },
              { as: 'text', name: 'reason', label: t('baseline.reason') },
              { as: 'line', name: 'approvedBy', label: t('baseline.approvedBy') },
            ]}
          />
        </ConfirmDetails>
      ) : null}
    </>
  );
}
