import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { can } from '../../permissions.ts';
import { listPeople } from '../../services/people/list-people.server.ts';
import { revokeMemberInvitation } from '../../services/people/revoke-member-invitation.server.ts';
import { peopleSearch, sortPeople } from '../../services/people/sort-people.ts';
import { InvitationTable } from './invitation-table.tsx';
import { PeopleTable } from './people-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ invitation: z.uuid() });

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { sort, direction } = searchOf(request, peopleSearch);
  const order = { sort: sort ?? ('name' as const), direction };
  const { people, ...page } = await respond(() => listPeople(member));
  const { t, language } = await translate(request);
  return {
    title: t('settings:people.title'),
    now: new Date(),
    canManage: can(member, 'people.manage'),
    order,
    people: sortPeople(people, order, {
      language,
      roleName: (role) => t(`permissions:role.${role}`),
    }),
    ...page,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'people.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  await respond(() => revokeMemberInvitation(member, submission.value.invitation));
  return redirect('/settings/people?done=revoked', 303);
}

export default function PeoplePage() {
  const { title, order, people, invitations, sites, canManage, now } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const invite = (
    <LinkButton to="/settings/people/invite" tone="primary">
      {t('people.invite')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('people.subtitle')}
        action={canManage ? invite : undefined}
      />
      <DoneNotice
        words={{
          changed: t('people.done.changed'),
          removed: t('people.done.removed'),
          revoked: t('people.done.revoked'),
          'factor-removed': t('people.done.factor-removed'),
        }}
      />
      <PeopleTable people={people} order={order} sites={sites} canManage={canManage} />
      <InvitationTable invitations={invitations} sites={sites} canManage={canManage} now={now} />
    </>
  );
}
