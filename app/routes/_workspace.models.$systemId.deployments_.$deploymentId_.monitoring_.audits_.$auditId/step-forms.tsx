import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import type { FormField } from '../../components/models/record-field.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { actionPlaces } from '../../services/fairness/audit-schema.ts';

interface StepProps {
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

interface StepFormProps extends StepProps {
  intent: 'open' | 'carry-out' | 'withdraw';
  label: string;
  consequence: string;
  tone: 'primary' | 'danger';
  hidden?: Readonly<Record<string, string>>;
  fields: readonly FormField[];
}

/** One of the forms of the page, unfolded where it was answered. */
function StepForm({ reply, intent, label, consequence, tone, hidden, fields }: StepFormProps) {
  const own = reply?.result.initialValue?.['intent'] === intent ? reply : undefined;
  return (
    <div className="no-print">
      <ConfirmDetails summary={label} consequence={consequence} open={own !== undefined}>
        <RecordForm
          id={intent}
          result={own?.result ?? null}
          refusal={own?.refusal}
          hidden={{ intent, ...hidden }}
          submit={label}
          tone={tone}
          fields={fields}
        />
      </ConfirmDetails>
    </div>
  );
}

/** Shows the verdicts to everybody from then on; while the period lasts, from which day on that may be done. */
export function OpenForm({ reply, opensOn }: StepProps & { opensOn: string | null }) {
  const { t } = useTranslation('fairness');
  const { date } = useLocal();
  if (opensOn !== null) return <p>{t('opensOn', { day: date(opensOn) })}</p>;
  const words = { label: t('open'), consequence: t('openText') };
  return <StepForm intent="open" tone="primary" reply={reply} fields={[]} {...words} />;
}

/** What somebody concludes from the verdicts above, as of the moment at which they were opened. */
export function RunForm({ seen, reply }: StepProps & { seen: string }) {
  const { t } = useTranslation('fairness');
  const { number } = useLocal();
  return (
    <StepForm
      intent="carry-out"
      label={t('carryOut')}
      consequence={t('carryOutText')}
      tone="primary"
      reply={reply}
      hidden={{ seen }}
      fields={[
        { as: 'line', name: 'carriedOutBy', label: t('carriedOutBy') },
        { as: 'text', name: 'conclusion', label: t('conclusion'), rows: 5 },
        ...actionPlaces.flatMap((place) => {
          const of = { place: number(place) };
          return [
            { as: 'line' as const, name: `action-${place}`, label: t('action', of) },
            { as: 'date' as const, name: `due-${place}`, label: t('actionDue', of) },
          ];
        }),
        { as: 'date', name: 'nextDueOn', label: t('next') },
      ]}
    />
  );
}

/** For an audit that is not carried out after all. */
export function WithdrawForm({ reply }: StepProps) {
  const { t } = useTranslation('fairness');
  return (
    <StepForm
      intent="withdraw"
      label={t('withdraw')}
      consequence={t('withdrawText')}
      tone="danger"
      reply={reply}
      fields={[{ as: 'text', name: 'reason', label: t('withdrawReason') }]}
    />
  );
}
