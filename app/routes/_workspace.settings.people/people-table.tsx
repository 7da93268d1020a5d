import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { Tag } from '../../components/tag.tsx';
import { useSortLinks } from '../../components/use-sort-links.ts';
import type { SortOrder } from '../../http/sort-order.ts';
import type { listPeople } from '../../services/people/list-people.server.ts';
import type { PeopleColumn } from '../../services/people/sort-people.ts';
import { useScopeText } from './use-scope-text.ts';

type People = Awaited<ReturnType<typeof listPeople>>;

interface PeopleTableProps extends Pick<People, 'people' | 'sites'> {
  order: SortOrder<PeopleColumn>;
  canManage: boolean;
}

export function PeopleTable({ people, order, sites, canManage }: PeopleTableProps) {
  const { t } = useTranslation(['settings', 'permissions']);
  const scopeText = useScopeText(sites);
  const sortLink = useSortLinks(order, 'people');
  return (
    <DataTable
      id="people"
      caption={t('settings:people.caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('settings:people.name'), ...sortLink('name') },
        { key: 'email', label: t('settings:people.email'), ...sortLink('email') },
        { key: 'role', label: t('settings:people.role'), ...sortLink('role') },
        { key: 'sites', label: t('settings:people.sites') },
        {
          key: 'secondFactor',
          label: t('settings:people.secondFactor'),
          ...sortLink('secondFactor'),
        },
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
          email: <EmailText address={person.email} />,
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
