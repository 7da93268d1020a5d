import { useTranslation } from 'react-i18next';
import { countries } from '../services/sites/countries.ts';
import type { fieldProps } from './form-fields.ts';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

interface SiteFieldsProps {
  name: ReturnType<typeof fieldProps>;
  country: ReturnType<typeof fieldProps>;
}

export function SiteFields({ name, country }: SiteFieldsProps) {
  const { t, i18n } = useTranslation('settings');
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const options = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <>
      <TextField {...name} label={t('sites.name')} autoComplete="off" />
      <SelectField
        {...country}
        label={t('sites.country')}
        options={[{ value: '', label: t('sites.chooseCountry') }, ...options]}
      />
    </>
  );
}
