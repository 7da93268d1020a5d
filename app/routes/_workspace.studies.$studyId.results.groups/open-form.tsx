import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

type Props = { dimension: string; result: SubmissionResult | undefined };

/** Open on its own only where something is wrong with what was sent. */
export function OpenForm({ dimension, result }: Props) {
  const { t } = useTranslation(['results', 'common']);
  const { pathname, search } = useLocation();
  const [form, fields] = useForm<{ reason: string }>({
    id: 'open-comparison',
    lastResult: result ?? null,
    constraint: { reason: { required: true, minLength: 10, maxLength: 500 } },
  });
  const say = () => t('results:comparability.reasonRequired');
  return (
    <details open={result !== undefined}>
      <summary>{t('results:comparability.open')}</summary>
      <Form method="post" action={pathname + search} id={form.id} className="stack">
        <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.reason], say)} />
        <TokenField />
        <input type="hidden" name="dimension" value={dimension} />
        <TextareaField
          {...fieldProps(fields.reason, say)}
          label={t('results:comparability.reason')}
          hint={t('results:comparability.reasonHint')}
          rows={2}
        />
        <Button name="intent" value="open" tone="secondary">
          {t('results:comparability.open')}
        </Button>
      </Form>
    </details>
  );
}

export function LockForm({ dimension }: Pick<Props, 'dimension'>) {
  const { t } = useTranslation('results');
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={pathname + search} className="inline">
      <TokenField />
      <input type="hidden" name="dimension" value={dimension} />
      <Button name="intent" value="lock" tone="secondary">
        {t('comparability.lock')}
      </Button>
    </Form>
  );
}
