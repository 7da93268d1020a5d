import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { actionPlaces } from '../../services/fairness/audit-schema.ts';

interface StepProps {
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** What was answered to this form of the page. */
const replyOf = (reply: StepProps['reply'], intent: string) =>
  reply?.result.initialValue?.['intent'] === intent ? reply : undefined;

/** From then on the verdicts are there for everybody, and the question stands. */
export function OpenForm({ reply }: StepProps) {
  const { t } = useTranslation('fairness');
  const own = replyOf(reply, 'open');
  return (
    <div className="no-print">
      <ConfirmDetails summary={t('open')} consequence={t('openText')} open={own !== undefined}>
        <RecordForm
          id="open"
          result={own?.result ?? null}
          hidden={{ intent: 'open' }}
          submit={t('open')}
          tone="primary"
          fields={[]}
        />
      </ConfirmDetails>
    </div>
  );
}

/** What somebody concludes from the verdicts above, as of the moment at which they were opened. */
export function RunForm({ seen, reply }: StepProps & { seen: string }) {
  const { t } = useTranslation('fairness');
  const { number } = useLocal();
  const own = replyOf(reply, 'carry-out');
  return (
    <div className="no-print">
      <ConfirmDetails
        summary={t('carryOut')}
        consequence={t('carryOutText')}
        open={own !== undefined}
      >
        <RecordForm
          id="run"
          result={own?.result ?? null}
          hidden={{ intent: 'carry-out', seen }}
          submit={t('carryOut')}
          tone="primary"
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
      </ConfirmDetails>
    </div>
  );
}

/** For an audit that is not carried out after all. */
export function WithdrawForm({ reply }: StepProps) {
  const { t } = useTranslation('fairness');
  const own = replyOf(reply, 'withdraw');
  return (
    <div className="no-print">
      <ConfirmDetails
        summary={t('withdraw')}
        consequence={t('withdrawText')}
        open={own !== undefined}
      >
        <RecordForm
          id="withdraw"
          result={own?.result ?? null}
          hidden={{ intent: 'withdraw' }}
          submit={t('withdraw')}
          tone="danger"
          fields={[{ as: 'text', name: 'reason', label: t('withdrawReason') }]}
        />
      </ConfirmDetails>
    </div>
  );
}
