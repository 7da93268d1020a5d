import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { actionPlaces } from '../../services/fairness/audit-schema.ts';
import type { AuditPage } from '../../services/fairness/get-audits.server.ts';

interface RunFormProps {
  look: AuditPage['look'];
  reply: { result: SubmissionResult; refusal: ErrorBody | undefined } | undefined;
}

/** What somebody concludes from the verdicts above, as of the moment at which they were read. */
export function RunForm({ look, reply }: RunFormProps) {
  const { t } = useTranslation('fairness');
  const { number } = useLocal();
  return (
    <div className="no-print">
      <ConfirmDetails
        summary={t('carryOut')}
        consequence={t('carryOutText')}
        open={reply !== undefined}
      >
        <RecordForm
          id="run"
          result={reply?.result ?? null}
          refusal={reply?.refusal}
          hidden={{ asOf: look.asOf, seen: look.hash }}
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
