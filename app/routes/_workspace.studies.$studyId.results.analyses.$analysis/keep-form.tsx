import { Form, useLocation, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';

/** What the page shows, for the dossier of the instrument. */
export function KeepForm({ isOneLanguage }: { isOneLanguage: boolean }) {
  const { t } = useTranslation('analyses');
  const { pathname, search } = useLocation();
  const hasProblem = useSearchParams()[0].get('problem') === 'population';
  return (
    <section className="card" aria-labelledby="keep-heading">
      <h2 id="keep-heading">{t('keep.title')}</h2>
      <p>{t('keep.what')}</p>
      {isOneLanguage ? (
        <Form method="post" action={`${pathname}/evidence${search}`} noValidate>
          <TokenField />
          <TextField
            id="population"
            name="population"
            label={t('keep.population')}
            hint={t('keep.populationHint')}
            error={hasProblem ? t('keep.problem') : undefined}
            maxLength={200}
            required
          />
          <Button tone="secondary">{t('keep.submit')}</Button>
        </Form>
      ) : (
        <p className="muted">{t('keep.oneLanguage')}</p>
      )}
    </section>
  );
}
