import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmailText } from '../../components/email-text.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { InvitationsView } from './filters.tsx';

type Person = InvitationsView['people'][number];

function stateOf({ completed, consumed }: Person) {
  if (completed) return 'completed' as const;
  return consumed ? ('opened' as const) : ('invited' as const);
}

function Reissue({ person }: { person: Person }) {
  const { t } = useTranslation('studies');
  return (
    <ConfirmDetails summary={t('invitations.reissue')} consequence={t('invitations.reissueText')}>
      <Form method="post">
        <TokenField />
        <input type="hidden" name="invitationId" value={person.id} />
        <Button tone="secondary" name="intent" value="reissue">
          {t('invitations.reissueFor', { email: person.email })}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}

/** Who was invited and how far the mail and the link have come. */
export function PeopleTable({ page, mayReissue }: { page: InvitationsView; mayReissue: boolean }) {
  const { t } = useTranslation('studies');
  const { nameOf, number } = useLocal();
  const columns = [
    { key: 'email', label: t('invitations.email') },
    { key: 'site', label: t('links.site') },
    { key: 'language', label: t('links.language') },
    { key: 'state', label: t('list.state') },
    { key: 'mail', label: t('invitations.mail') },
    { key: 'reminded', label: t('invitations.reminders'), numeric: true },
    { key: 'reissued', label: t('invitations.newLinks'), numeric: true },
    ...(mayReissue ? [{ key: 'reissue', label: t('invitations.reissue') }] : []),
  ];
  const tones = { invited: 'neutral', opened: 'neutral', completed: 'good' } as const;
  return (
    <>
      <DataTable
        id="people"
        caption={t('invitations.caption', { wave: page.wave?.name ?? '' })}
        captionHidden
        columns={columns}
        rows={page.people.map((person) => ({
          key: person.id,
          cells: {
            email: <EmailText address={person.email} />,
            site: person.siteName,
            language: nameOf(person.language),
            state: (
              <Tag tone={tones[stateOf(person)]} text={t(`invitations.state.${stateOf(person)}`)} />
            ),
            mail: person.mail ? t(`mailState.${person.mail}`) : t('none'),
            reminded: number(person.reminded),
            reissued: number(person.reissued),
            reissue: person.completed ? (
              t('none')
            ) : (
              <Reissue key={person.reissued} person={person} />
            ),
          },
        }))}
      />
      <Pages page={page} />
    </>
  );
}

function Pages({ page }: { page: InvitationsView }) {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  const { filter, counts, people, firstRow, perPage } = page;
  const total = filter.state ? counts[filter.state] : counts.all;
  if (total <= perPage) return null;
  const addressOf = (target: number) => {
    const given = Object.entries({ ...filter, page: target }).filter(([, value]) => value !== null);
    return `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
  };
  const last = firstRow + people.length - 1;
  return (
    <Pagination
      label={t('pages.label')}
      summary={t('pages.summary', {
        first: number(firstRow),
        last: number(last),
        total: number(total),
      })}
      previous={
        filter.page > 1
          ? { label: t('pages.previous'), href: addressOf(filter.page - 1) }
          : undefined
      }
      next={last < total ? { label: t('pages.next'), href: addressOf(filter.page + 1) } : undefined}
    />
  );
}
