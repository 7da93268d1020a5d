import type { FieldMetadata } from '@conform-to/react';
import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useSay } from '../../components/use-say.ts';

interface EntryFormProps {
  id: 'person' | 'pseudonym';
  /** All that may be wrong, in the order of the form; `reason` is the last. */
  fields: readonly FieldMetadata[];
  reason: FieldMetadata<string>;
  children: ReactNode;
}

/** A way to name an entry of the key, with the reason for opening it. */
export function EntryForm({ id, fields, reason, children }: EntryFormProps) {
  const { t } = useTranslation(['studies', 'common']);
  const say = useSay();
  return (
    <section className="card stack" aria-labelledby={`by-${id}`}>
      <h3 id={`by-${id}`}>{t(`studies:pseudonyms.by.${id}`)}</h3>
      <p>{t(`studies:pseudonyms.byText.${id}`)}</p>
      <Form method="post" id={id} noValidate>
        <ErrorSummary title={t('common:errorSummary')} errors={errorLinks(fields, say)} />
        <TokenField />
        {children}
        <TextareaField
          {...fieldProps(reason, say)}
          label={t('studies:pseudonyms.reason')}
          hint={t('studies:pseudonyms.reasonHint')}
          required
          minLength={10}
          maxLength={500}
          rows={3}
        />
        <Button name="intent" value={id}>
          {t('studies:pseudonyms.open')}
        </Button>
      </Form>
    </section>
  );
}
