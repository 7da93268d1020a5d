import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface SecondFactorFormProps {
  name: string;
  result: SubmissionResult | undefined;
}

export function SecondFactorForm({ name, result }: SecondFactorFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ reason: string }>({
    id: 'second-factor',
    lastResult: result ?? null,
    constraint: { reason: { required: true, maxLength: 500 } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'reason-missing'}`);
  return (
    <>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.reason], say)} />
      <ConfirmDetails
        summary={t('settings:people.factorTitle')}
        consequence={t('settings:people.factorConsequence', { name })}
      >
        <Form method="post" id={form.id} noValidate>
          <TokenField />
          <TextareaField
            {...fieldProps(fields.reason, say)}
            label={t('settings:people.factorReason')}
            hint={t('settings:people.factorReasonHint')}
            maxLength={500}
            rows={3}
          />
          <Button name="intent" value="second-factor" tone="danger">
            {t('settings:people.factorRemove')}
          </Button>
        </Form>
      </ConfirmDetails>
    </>
  );
}
