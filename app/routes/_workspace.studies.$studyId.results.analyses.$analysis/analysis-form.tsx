import { Form, useLocation } from '@remix-run/react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import type { Field } from '../../services/psychometrics/study-analysis.ts';

function FormField({ field }: { field: Field }) {
  const { name, label, hint, error, value } = field;
  const common = { id: `field-${name}`, name, label, hint, error, defaultValue: value };
  switch (field.kind) {
    case 'select':
      return <SelectField {...common} options={field.options} />;
    case 'number':
      // Not a number field: that would show a wrong value as an empty one.
      return <TextField {...common} inputMode="numeric" />;
    case 'line':
      return <TextField {...common} dir="ltr" spellCheck={false} />;
    case 'text':
      return <TextareaField {...common} dir="ltr" spellCheck={false} />;
  }
}

/** What is asked for is in the address, so that a view can be shared. */
export function AnalysisForm({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation(['analyses', 'common']);
  const { search } = useLocation();
  const errors = fields.flatMap(({ name, error }) =>
    error === undefined ? [] : [{ href: `#field-${name}`, text: error }],
  );
  // A new key for a new view: the browser would keep what was chosen before.
  return (
    <Fragment key={search}>
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <Form method="get" className="inline filter" preventScrollReset noValidate>
        {fields.map((field) => (
          <FormField key={field.name} field={field} />
        ))}
        <Button tone="secondary">{t('show')}</Button>
      </Form>
    </Fragment>
  );
}
