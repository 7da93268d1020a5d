import { useTranslation } from 'react-i18next';
import type { AccessNeed } from '#db/schema/panel-member.ts';
import type { Language } from '#surveys/model/languages.ts';
import { languageNames } from '../../i18n/locales.ts';
import { accessNeedNames } from '../../services/taking-part/access-need-names.ts';
import { CheckboxGroup } from '../checkbox-group.tsx';
import { RadioRows } from '../radio-rows.tsx';
import { TextField } from '../text-field.tsx';
import { TextareaField } from '../textarea-field.tsx';

export function LanguageFields(props: {
  languages: readonly Language[];
  language: Language;
  register: string;
}) {
  const { t } = useTranslation('panel');
  return (
    <>
      <RadioRows
        id="language"
        name="language"
        legend={t('details.language')}
        options={props.languages.map((tag) => ({ value: tag, label: languageNames[tag] }))}
        value={props.language}
      />
      <RadioRows
        id="register"
        name="register"
        legend={t('details.register')}
        options={[
          { value: 'standard', label: t('register.standard') },
          { value: 'easy-read', label: t('register.easy-read') },
        ]}
        value={props.register}
      />
    </>
  );
}

export function NeedsFields({ needs, note }: { needs: readonly AccessNeed[]; note: string }) {
  const { t } = useTranslation('panel');
  return (
    <>
      <CheckboxGroup
        id="needs"
        name="needs"
        legend={t('details.needs')}
        hint={t('details.needsHint')}
        options={accessNeedNames.map((need) => ({ value: need, label: t(`need.${need}`) }))}
        values={needs}
      />
      <TextareaField
        id="note"
        name="note"
        label={t('details.needsNote')}
        optionalLabel={t('optionalField')}
        rows={2}
        maxLength={1000}
        defaultValue={note}
      />
    </>
  );
}

interface ContactFieldsProps {
  contact: { name: string; email: string; phone: string };
  error?: string | undefined;
}

export function ContactFields({ contact, error }: ContactFieldsProps) {
  const { t } = useTranslation('panel');
  const optionalLabel = t('optionalField');
  return (
    <>
      <TextField
        {...{ id: 'name', name: 'name', label: t('details.name'), optionalLabel }}
        autoComplete="name"
        maxLength={200}
        defaultValue={contact.name}
      />
      <TextField
        {...{ id: 'email', name: 'email', label: t('details.email'), optionalLabel, error }}
        hint={t('details.emailHint')}
        inputMode="email"
        autoComplete="email"
        dir="ltr"
        maxLength={200}
        defaultValue={contact.email}
      />
      <TextField
        {...{ id: 'phone', name: 'phone', label: t('details.phone'), optionalLabel }}
        inputMode="tel"
        autoComplete="tel"
        dir="ltr"
        maxLength={200}
        defaultValue={contact.phone}
      />
    </>
  );
}
