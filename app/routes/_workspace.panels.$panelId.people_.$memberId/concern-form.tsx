import { useForm, type SubmissionResult } from '@conform-to/react';
import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';
import type { PersonPage } from './person-form.tsx';

interface ConcernFormProps {
  page: PersonPage;
  result: SubmissionResult | null;
}

/** A concern for the person's safety, which goes to the one who is named for it. */
export function ConcernForm({ page, result }: ConcernFormProps) {
  const { t } = useTranslation(['recruitment', 'common']);
  const say = useSay();
  const [form, { note }] = useForm<{ note: string }>({ id: 'concern', lastResult: result });
  return (
    <section className="stack" aria-labelledby="concern-title">
      <h3 id="concern-title">{t('recruitment:concern.title')}</h3>
      {page.isNamed ? (
        <>
          <p>{t('recruitment:concern.text')}</p>
          <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([note], say)} />
          <Form method="post" id={form.id} noValidate>
            <TokenField />
            <input type="hidden" name="key" value={page.concernKey} readOnly />
            <TextareaField
              {...fieldProps(note, say)}
              label={t('recruitment:concern.note')}
              maxLength={2000}
              rows={4}
            />
            <Button tone="secondary" name="intent" value="concern">
              {t('recruitment:concern.submit')}
            </Button>
          </Form>
        </>
      ) : (
        <p>{t('recruitment:concern.nobody')}</p>
      )}
    </section>
  );
}
