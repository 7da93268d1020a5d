import type { SubmissionResult } from '@conform-to/react';
import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface QuarantineFormsProps {
  system: string;
  result: SubmissionResult | null;
}

/** What a batch waits for, and the two ways out of quarantine. */
export function QuarantineForms({ system, result }: QuarantineFormsProps) {
  const { t } = useTranslation('intake');
  return (
    <section className="card stack" aria-labelledby="decide-title">
      <h2 id="decide-title">{t('quarantine.decide')}</h2>
      <p>
        {t('quarantine.releaseText')}{' '}
        <Link to={`${system}/versions`}>{t('quarantine.versions')}</Link>
      </p>
      <Form method="post">
        <TokenField />
        <Button name="intent" value="release">
          {t('quarantine.release')}
        </Button>
      </Form>
      <ConfirmDetails
        summary={t('quarantine.discard')}
        consequence={t('quarantine.discardText')}
        open={result !== null}
      >
        <RecordForm
          id="discard"
          tone="danger"
          result={result}
          submit={t('quarantine.discard')}
          fields={[{ as: 'text', name: 'reason', label: t('quarantine.discardReason') }]}
        />
      </ConfirmDetails>
    </section>
  );
}
