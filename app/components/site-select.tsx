import { useTranslation } from 'react-i18next';
import { SelectField } from './select-field.tsx';

interface SiteSelectProps {
  field: { id: string; name: string; initialValue?: unknown };
  error: string | undefined;
  sites: readonly { id: string; name: string }[];
  /** Who sees some sites alone chooses among them. */
  seesAllSites: boolean;
}

/** A site, or the whole organisation. */
export function SiteSelect({ field, error, sites, seesAllSites }: SiteSelectProps) {
  const { t } = useTranslation('panels');
  const whole = seesAllSites ? [{ value: '', label: t('wholeOrganisation') }] : [];
  return (
    <SelectField
      id={field.id}
      name={field.name}
      label={t('site')}
      error={error}
      defaultValue={typeof field.initialValue === 'string' ? field.initialValue : undefined}
      options={[...whole, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
