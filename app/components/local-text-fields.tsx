import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { directionOf, type Language } from '#surveys/model/languages.ts';
import { fieldProps } from './form-fields.ts';
import { TextField } from './text-field.tsx';
import { TextareaField } from './textarea-field.tsx';
import { useLocal } from './use-local.ts';

export type LocalValues = Partial<Record<Language, string | undefined>>;

interface LocalTextFieldsProps {
  field: FieldMetadata<LocalValues>;
  /** The first carries the field's own id, so that an error summary can link to it. */
  languages: readonly Language[];
  legend: string;
  hint?: string | undefined;
  /** One line when left out. */
  rows?: number | undefined;
  /** Languages whose text is a proposal that nobody has saved, and how to say so. */
  proposed?: { languages: readonly Language[]; text: string } | undefined;
  /** So many languages are in view, the others folded away; all when left out. */
  inView?: number | undefined;
  say: (code: string) => string;
}

/** One text in several languages. */
export function LocalTextFields(props: LocalTextFieldsProps) {
  const { field, languages, legend, hint, rows, proposed, say } = props;
  const { t } = useTranslation('panels');
  const { nameOf } = useLocal();
  const texts = field.getFieldset();
  const inView = props.inView ?? languages.length;
  const folded = languages.slice(inView);
  const isWrong = folded.some((language) => texts[language].errors !== undefined);
  const control = (language: Language, index: number) => {
    const own = fieldProps(texts[language], say);
    const whole = index === 0 ? field.errors?.[0] : undefined;
    const shared = {
      ...own,
      ...(index === 0 ? { id: field.id } : {}),
      error: own.error ?? (whole === undefined ? undefined : say(whole)),
      label: nameOf(language),
      hint: proposed?.languages.includes(language) === true ? proposed.text : undefined,
      lang: language,
      dir: directionOf(language),
      autoComplete: 'off',
    };
    return rows === undefined ? (
      <TextField key={language} {...shared} />
    ) : (
      <TextareaField key={language} {...shared} rows={rows} />
    );
  };
  return (
    <fieldset className="stack">
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {languages.slice(0, inView).map(control)}
      {folded.length === 0 ? null : (
        <details open={isWrong}>
          <summary>{t('otherLanguages')}</summary>
          <div className="stack">
            {folded.map((language, index) => control(language, inView + index))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

/** The fields whose errors a summary lists: the text as a whole, then its languages. */
export function localErrorFields(
  field: FieldMetadata<LocalValues>,
  languages: readonly Language[],
) {
  const texts = field.getFieldset();
  return [
    { id: field.id, name: field.name, errors: field.errors },
    ...languages.map((language, index) => ({
      id: index === 0 ? field.id : texts[language].id,
      name: texts[language].name,
      errors: texts[language].errors,
    })),
  ];
}
