import { Form, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import type { Field } from '../../services/psychometrics/study-analysis.ts';
import type { ResultsFrame } from '../../services/results/present-frame.ts';

function FormField({ field }: { field: Field }) {
  const { name, label, hint, error, value } = field;
  const common = { id: `field-${name}`, name, label, hint, error, defaultValue: value };
  switch (field.kind) {
    case 'select':
      return <SelectField {...common} options={field.options} />;
    case 'number':
      return <TextField {...common} type="number" min={field.min} max={field.max} />;
    case 'line':
      return <TextField {...common} dir="ltr" spellCheck={false} />;
    case 'text':
      return <TextareaField {...common} dir="ltr" spellCheck={false} />;
  }
}

/** What is asked for is in the address, so that a view can be shared. */
export function AnalysisForm(props: {
  frame: ResultsFrame;
  fields: readonly Field[];
  /** Those to choose from. */
  waves: ResultsFrame['waves'];
}) {
  const { frame, fields } = props;
  const { t } = useTranslation(['analyses', 'results']);
  const { search } = useLocation();
  const waves = props.waves.map(({ number, name }) => ({ value: String(number), label: name }));
  // A new key for a new view: the browser would keep what was chosen before.
  return (
    <Form method="get" className="inline filter" key={search} preventScrollReset noValidate>
      {waves.length > 1 ? (
        <SelectField
          id="field-wave"
          name="wave"
          label={t('results:filter.wave')}
          options={waves}
          defaultValue={String(frame.wave?.number ?? '')}
        />
      ) : null}
      {fields.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <Button tone="secondary">{t('show')}</Button>
    </Form>
  );
}
