import type { FieldMetadata } from '@conform-to/react';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { fieldProps } from '../form-fields.ts';
import { TextareaField } from '../textarea-field.tsx';
import { useLocal } from '../use-local.ts';

type Values = Partial<Record<Language, string | undefined>>;

interface LocalTextFieldsProps {
  field: FieldMetadata<Values | undefined>;
  languages: readonly Language[];
  legend: string;
  hint?: string | undefined;
  say: (code: string) => string;
  rows?: number;
}

/** One text in every language of the panel; its error stands at the first one. */
export function LocalTextFields(props: LocalTextFieldsProps) {
  const { field, languages, legend, hint, say, rows = 3 } = props;
  const { nameOf } = useLocal();
  const texts = field.getFieldset();
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="field-hint">{hint}</p>}
      <div className="stack">
        {languages.map((language, index) => {
          const own = fieldProps(texts[language], say);
          const shared = index === 0 ? field.errors?.[0] : undefined;
          return (
            <TextareaField
              key={language}
              {...own}
              id={index === 0 ? field.id : own.id}
              error={own.error ?? (shared === undefined ? undefined : say(shared))}
              label={nameOf(language)}
              rows={rows}
              lang={language}
              dir={directionOf(language)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
