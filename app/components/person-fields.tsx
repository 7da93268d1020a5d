import { useTranslation } from 'react-i18next';
import type { Language } from '#surveys/model/languages.ts';
import { accessNeedNames } from '../services/taking-part/access-need-names.ts';
import { CheckboxGroup } from './checkbox-group.tsx';
import { fieldProps } from './form-fields.ts';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';
import { TextareaField } from './textarea-field.tsx';
import { useLocal } from './use-local.ts';

type State = Parameters<typeof fieldProps>[0];

interface PersonFieldsProps {
  fields: Record<'name' | 'email' | 'phone' | 'language' | 'needs' | 'note', State>;
  languages: readonly Language[];
  say: (code: string) => string;
}

/** How to reach somebody of a panel, what they need, and the language they are written to in. */
export function PersonFields({ fields, languages, say }: PersonFieldsProps) {
  const { t } = useTranslation('recruitment');
  const { nameOf } = useLocal();
  const chosen = [fields.needs.initialValue ?? []].flat().map(String);
  return (
    <>
      <TextField
        {...fieldProps(fields.name, say)}
        label={t('person.name')}
        hint={t('person.nameHint')}
        autoComplete="off"
      />
      <TextField
        {...fieldProps(fields.email, say)}
        label={t('person.email')}
        type="email"
        autoComplete="off"
      />
      <TextField
        {...fieldProps(fields.phone, say)}
        label={t('person.phone')}
        type="tel"
        autoComplete="off"
      />
      <SelectField
        {...fieldProps(fields.language, say)}
        label={t('people.language')}
        options={languages.map((value) => ({ value, label: nameOf(value) }))}
      />
      <CheckboxGroup
        id={fields.needs.id}
        name={fields.needs.name}
        legend={t('people.needs')}
        values={chosen}
        options={accessNeedNames.map((value) => ({
          value,
          label: t(`need.name.${value}`),
          hint: t(`need.means.${value}`),
        }))}
      />
      <TextareaField
        {...fieldProps(fields.note, say)}
        label={t('person.note')}
        hint={t('person.noteHint')}
      />
    </>
  );
}
