import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import type { listPeople } from '../../services/people/list-people.server.ts';
import { useScopeText } from './use-scope-text.ts';

type People = Awaited<ReturnType<typeof listPeople>>;

interface PeopleTableProps extends Pick<People, 'people' | 'sites'> {
  canManage: boolean;
}

export function PeopleTable({ people, sites, canManage }: PeopleTableProps) {
  const { t } = useTranslation(['settings', 'permissions']);
  const scopeText = useScopeText(sites);
  return (
    <DataTable
      id="people"
      caption={t('settings:people.caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('settings:people.name') },
        { key: 'email', label: t('settings:people.email') },
        { key: 'role', label: t('settings:people.role') },
        { key: 'sites', label: t('settings:people.sites') },
        { key: 'secondFactor', label: t('settings:people.secondFactor') },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          name: (
            <>
              {canManage ? (
                <Link to={`/settings/people/${person.id}`}>{person.name}</Link>
              ) : (
                person.name
              )}{' '}
              {person.isSelf ? <Tag tone="neutral" text={t('settings:people.you')} /> : null}
            </>
          ),
          email: <span dir="ltr">{person.email}</span>,
          role: t(`permissions:role.${person.role}`),
          sites: scopeText(person),
          secondFactor: person.twoFactorEnabled ? (
            <Tag tone="good" text={t('settings:people.on')} />
          ) : (
            <Tag tone="neutral" text={t('settings:people.off')} />
          ),
        },
      }))}
    />
  );
}
