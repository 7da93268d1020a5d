import type { FieldMetadata } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { directionOf, languages, type Language } from '#surveys/model/languages.ts';
import { fieldProps } from './form-fields.ts';
import { TextField } from './text-field.tsx';
import { useLocal } from './use-local.ts';

export type TitleValues = Partial<Record<Language, string | undefined>>;

interface StudyTitleFieldsProps {
  field: FieldMetadata<TitleValues>;
  say: (code: string) => string;
}

/** The reader's language first; the others are folded away, for one title is enough. */
export function StudyTitleFields({ field, say }: StudyTitleFieldsProps) {
  const { t } = useTranslation('studies');
  const { language: own, nameOf } = useLocal();
  const titles = field.getFieldset();
  const main = titles[own];
  const error = main.errors?.[0] ?? field.errors?.[0];
  return (
    <>
      <TextField
        {...fieldProps(main, say)}
        id={field.id}
        error={error === undefined ? undefined : say(error)}
        label={t('design.titleIn', { language: nameOf(own) })}
        hint={t('design.titleHint')}
        autoComplete="off"
      />
      <details>
        <summary>{t('design.otherTitles')}</summary>
        <div className="stack">
          {languages
            .filter((language) => language !== own)
            .map((language) => (
              <TextField
                key={language}
                {...fieldProps(titles[language], say)}
                label={t('design.titleIn', { language: nameOf(language) })}
                lang={language}
                dir={directionOf(language)}
                autoComplete="off"
              />
            ))}
        </div>
      </details>
    </>
  );
}
