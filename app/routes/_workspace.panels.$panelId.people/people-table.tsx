import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getPeople } from '../../services/panel-people/get-people.server.ts';

export type PeoplePage = Awaited<ReturnType<typeof getPeople>>;

const tones = {
  candidate: 'neutral',
  selected: 'concern',
  active: 'good',
  'not-selected': 'neutral',
  declined: 'neutral',
  left: 'neutral',
} as const;

/** People by number: no name stands in the list. */
export function PeopleTable({ page }: { page: PeoplePage }) {
  const { t } = useTranslation('recruitment');
  const { nameOf, listOf, number } = useLocal();
  return (
    <DataTable
      id="people"
      caption={t('people.caption')}
      captionHidden
      columns={[
        { key: 'person', label: t('people.person') },
        { key: 'state', label: t('people.state') },
        { key: 'language', label: t('people.language') },
        { key: 'channel', label: t('people.channel') },
        { key: 'needs', label: t('people.needs') },
        { key: 'minutes', label: t('people.minutes'), numeric: true },
      ]}
      rows={page.people.map((person) => ({
        key: person.id,
        cells: {
          person: (
            <Link to={`/panels/${page.frame.id}/people/${person.id}`}>
              {t('member', { number: person.number })}
            </Link>
          ),
          state: <Tag tone={tones[person.state]} text={t(`people.states.${person.state}`)} />,
          language: nameOf(person.language),
          channel: <bdi>{person.channel}</bdi>,
          needs: listOf(person.needs.map((need) => t(`need.name.${need}`))),
          minutes: (
            <>
              {number(person.minutes)}
              {person.isOver ? <Tag tone="alert" text={t('people.over')} /> : null}
              {person.isFull ? <Tag tone="concern" text={t('people.full')} /> : null}
            </>
          ),
        },
      }))}
    />
  );
}
