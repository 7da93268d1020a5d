import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { SubmissionResult } from '@conform-to/react';
import type { ErrorBody } from '../../http/to-response.server.ts';
import { ConfirmDetails } from '../confirm-details.tsx';
import { RecordForm } from './record-form.tsx';

interface SuspendSectionProps {
  of: 'place' | 'whole';
  reply: { result: SubmissionResult | null; refusal: ErrorBody | undefined } | undefined;
  /** Of a place: where the whole can be stopped, by who may. */
  wholePage?: string | null;
}

/** The emergency stop, near the top of its page: whoever needs it is in a hurry. */
export function SuspendSection({ of, reply, wholePage = null }: SuspendSectionProps) {
  const { t } = useTranslation('models');
  const result = reply?.result ?? null;
  return (
    <section id="stop" className="card stack" aria-labelledby="stop-title">
      <h2 id="stop-title">{t('suspend.title')}</h2>
      <ConfirmDetails
        summary={t(`suspend.${of}`)}
        consequence={t(of === 'place' ? 'suspend.text' : 'suspend.wholeText')}
        open={result !== null}
      >
        <RecordForm
          id="suspend"
          tone="danger"
          result={result}
          refusal={reply?.refusal}
          submit={t('suspend.submit')}
          fields={[{ as: 'text', name: 'reason', label: t('decision.reason') }]}
        />
      </ConfirmDetails>
      {wholePage === null ? null : <Link to={`${wholePage}#stop`}>{t('suspend.whole')}</Link>}
    </section>
  );
}
