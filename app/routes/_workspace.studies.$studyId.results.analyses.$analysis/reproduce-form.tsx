import { Form, useLocation, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import type { DataWithheld } from '../../services/psychometrics/reproduce/data-withheld.ts';

/** The answer to this form is a file, which only the browser itself can keep. */
export function ReproduceForm(props: { withheld: DataWithheld | null; numbers: number }) {
  const { withheld, numbers } = props;
  const { t } = useTranslation('analyses');
  const { pathname, search } = useLocation();
  const hasProblem = useSearchParams()[0].get('problem') === 'reason-required';
  return (
    <section className="card" aria-labelledby="reproduce-heading">
      <h2 id="reproduce-heading">{t('reproduce.title')}</h2>
      <p>{t('reproduce.what')}</p>
      <p>{t('reproduce.covered', { numbers })}</p>
      <p>{t(withheld === null ? 'reproduce.withData' : `reproduce.${withheld}`)}</p>
      <Form method="post" action={`${pathname}/reproduce${search}`} reloadDocument noValidate>
        <TokenField />
        {withheld === null ? (
          <TextareaField
            id="reason"
            name="reason"
            label={t('reproduce.reason')}
            error={hasProblem ? t('reproduce.reasonRequired') : undefined}
            required
            minLength={10}
            maxLength={500}
            rows={3}
          />
        ) : null}
        <Button tone="secondary">{t('reproduce.download')}</Button>
      </Form>
    </section>
  );
}
