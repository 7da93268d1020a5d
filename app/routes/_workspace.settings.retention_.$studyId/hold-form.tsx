import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface HoldFormProps {
  hold: string | null;
  canManage: boolean;
  result: SubmissionResult | undefined;
}

export function HoldForm({ hold, canManage, result }: HoldFormProps) {
  const { t } = useTranslation('settings');
  return (
    <section className="stack" aria-labelledby="hold">
      <h2 id="hold">{t('retention.holdTitle')}</h2>
      {hold === null ? (
        <p>{t('retention.holdLead')}</p>
      ) : (
        <Notice tone="pilot">{t('retention.heldBecause', { reason: hold })}</Notice>
      )}
      {canManage && hold !== null ? <ReleaseForm /> : null}
      {canManage && hold === null ? (
        <ReasonForm key={result ? 'wrong' : 'new'} result={result} />
      ) : null}
    </section>
  );
}

function ReleaseForm() {
  const { t } = useTranslation('settings');
  return (
    <ConfirmDetails
      summary={t('retention.release')}
      consequence={t('retention.releaseConsequence')}
    >
      <Form method="post">
        <TokenField />
        <Button name="intent" value="release" tone="danger">
          {t('retention.release')}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}

function ReasonForm({ result }: { result: SubmissionResult | undefined }) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ reason: string }>({
    id: 'hold-form',
    lastResult: result ?? null,
    constraint: { reason: { required: true, maxLength: 500 } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'reason-missing'}`);
  return (
    <Form method="post" id={form.id} noValidate>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.reason], say)} />
      <TokenField />
      <TextareaField
        {...fieldProps(fields.reason, say)}
        label={t('settings:retention.holdReason')}
        rows={2}
      />
      <Button name="intent" value="hold" tone="secondary">
        {t('settings:retention.hold')}
      </Button>
    </Form>
  );
}
