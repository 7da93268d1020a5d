import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SiteFields } from '../../components/site-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';

interface AddSiteFormProps {
  countries: readonly { code: string; name: string }[];
  result: SubmissionResult | undefined;
}

export function AddSiteForm({ countries, result }: AddSiteFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ name: string; country: string }>({
    id: 'add-site',
    lastResult: result ?? null,
    constraint: { name: { required: true, maxLength: 100 }, country: { required: true } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'name-missing'}`);
  const errors = errorLinks([fields.name, fields.country], say);
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{t('settings:sites.addTitle')}</h2>
      <Form method="post" id={form.id} noValidate>
        <ErrorSummary title={t('common:errorSummary')} errors={errors} />
        <TokenField />
        <SiteFields
          name={fieldProps(fields.name, say)}
          country={fieldProps(fields.country, say)}
          countries={countries}
        />
        <Button>{t('settings:sites.add')}</Button>
      </Form>
    </section>
  );
}
