import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../components/models/record-form.tsx';
import type { FormField } from '../../components/models/record-field.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { conclusions } from '../../services/monitoring/alert-steps.ts';
import type { AlertPage } from '../../services/monitoring/get-alerts.server.ts';

interface StepFormsProps {
  alert: Pick<AlertPage, 'next' | 'members' | 'revision' | 'state'>;
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** The step that comes next, and beside it a later deadline or a note. */
export function StepForms({ alert, reply }: StepFormsProps) {
  const { t } = useTranslation('monitoring');
  const { next, members, revision, state } = alert;
  const sent = reply?.result.initialValue?.['step'];
  const isMore = sent === 'postpone' || sent === 'note';
  const say: FormField = { as: 'text', name: 'reason', label: t('alert.say') };
  const due: FormField = { as: 'date', name: 'dueOn', label: t('alert.nextDue') };
  const owner: FormField = {
    ...{ as: 'select', name: 'ownerUserId', label: t('alert.owner') },
    options: [
      { value: '', label: t('alert.nobody') },
      ...members.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
  const conclusion: FormField = {
    ...{ as: 'select', name: 'conclusion', label: t('alert.conclusion') },
    options: optionsOf(conclusions, (each) => t(`conclusion.${each}`), ''),
  };
  const fields =
    next === 'close' ? [conclusion, say] : next === 'triage' ? [say, owner, due] : [say, due];
  const shared = { revision, refusal: reply?.refusal };
  return (
    <>
      <section className="card stack" aria-labelledby="next">
        <h2 id="next">{t('alert.next', { step: t(`step.${next}`) })}</h2>
        <RecordForm
          id="step"
          {...shared}
          result={isMore ? null : (reply?.result ?? null)}
          hidden={{ step: next }}
          submit={t(`step.${next}`)}
          fields={fields}
        />
      </section>
      {state === 'closed' ? null : (
        <details className="card" open={isMore}>
          <summary>{t('alert.more')}</summary>
          <RecordForm
            id="more"
            {...shared}
            result={isMore ? (reply?.result ?? null) : null}
            submit={t('baseline.submit')}
            fields={[
              {
                ...{ as: 'select', name: 'step', label: t('alert.state') },
                options: (['note', 'postpone'] as const).map((step) => ({
                  value: step,
                  label: t(`step.${step}`),
                })),
              },
              say,
              due,
            ]}
          />
        </details>
      )}
    </>
  );
}
