import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

export function CloseForm({ result }: { result: SubmissionResult | null }) {
  const { t } = useTranslation(['moderation', 'common']);
  const [form, fields] = useForm<{ action: string }>({ id: 'close', lastResult: result });
  const say = (code: string) => t(`moderation:problem.${code as 'action-missing'}`);
  return (
    <section className="stack" aria-labelledby="close-title">
      <h3 id="close-title">{t('moderation:safeguarding.close')}</h3>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.action], say)} />
      <Form method="post" id={form.id} noValidate className="stack">
        <TokenField />
        <TextareaField
          {...fieldProps(fields.action, say)}
          label={t('moderation:safeguarding.action')}
          hint={t('moderation:safeguarding.actionHint')}
          maxLength={5000}
        />
        <Button name="intent" value="close">
          {t('moderation:safeguarding.close')}
        </Button>
      </Form>
    </section>
  );
}
