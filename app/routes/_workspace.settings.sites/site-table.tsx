import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';

type Site = { id: string; name: string; country: string; archivedOn: string | null };

interface SiteTableProps {
  sites: readonly Site[];
  countries: readonly { code: string; name: string }[];
}

export function SiteTable({ sites, countries }: SiteTableProps) {
  const { t } = useTranslation('settings');
  const { date } = useLocal();
  const countryNames = new Map(countries.map(({ code, name }) => [code, name]));
  return (
    <DataTable
      id="sites"
      caption={t('sites.caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('sites.name') },
        { key: 'country', label: t('sites.country') },
        { key: 'state', label: t('sites.state') },
      ]}
      rows={sites.map(({ id, name, country, archivedOn }) => ({
        key: id,
        cells: {
          name: <Link to={`/settings/sites/${id}`}>{name}</Link>,
          country: countryNames.get(country) ?? country,
          state:
            archivedOn === null ? (
              <Tag tone="good" text={t('sites.inUse')} />
            ) : (
              <Tag tone="neutral" text={t('sites.archivedOn', { date: date(archivedOn) })} />
            ),
        },
      }))}
    />
  );
}
