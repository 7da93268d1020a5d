import { useTranslation } from 'react-i18next';
import type { fieldProps } from './form-fields.ts';
import { SelectField } from './select-field.tsx';
import { TextField } from './text-field.tsx';

interface SiteFieldsProps {
  name: ReturnType<typeof fieldProps>;
  country: ReturnType<typeof fieldProps>;
  countries: readonly { code: string; name: string }[];
}

export function SiteFields({ name, country, countries }: SiteFieldsProps) {
  const { t } = useTranslation('settings');
  const options = countries.map(({ code, name: label }) => ({ value: code, label }));
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
