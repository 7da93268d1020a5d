import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { DrawsPage } from './draw-form.tsx';

type ReplaceFormProps = { page: DrawsPage; result: SubmissionResult | undefined };

/** For seats that fell free: the quotas of the first draw hold for the whole panel again. */
export function ReplaceForm({ page, result }: ReplaceFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, fields] = useForm<{ seed: string; reason: string }>({
    id: 'replace',
    lastResult: result ?? null,
    defaultValue: { seed: page.seed },
  });
  return (
    <section className="card stack" aria-labelledby="replace-title">
      <h3 id="replace-title">{t('recruitment:draws.replaceTitle')}</h3>
      <p>{t('recruitment:draws.replaceText', { n: page.free ?? 0 })}</p>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary
          title={t('common:errorSummary')}
          errors={errorLinks([fields.reason, fields.seed], say)}
        />
        <TokenField />
        <TextareaField
          {...fieldProps(fields.reason, say)}
          label={t('recruitment:draws.reason')}
          hint={t('recruitment:draws.reasonHint')}
        />
        <TextField
          {...fieldProps(fields.seed, say)}
          label={t('recruitment:draws.seed')}
          hint={t('recruitment:draws.seedHint')}
          autoComplete="off"
          dir="ltr"
        />
        <Button name="intent" value="replace">
          {t('recruitment:draws.replace')}
        </Button>
      </Form>
    </section>
  );
}
