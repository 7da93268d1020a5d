import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PageHeader } from '../../components/page-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { changeMembership } from '../../services/people/change-membership.server.ts';
import { getPerson } from '../../services/people/get-person.server.ts';
import { removeMember } from '../../services/people/remove-member.server.ts';
import {
  hasSites,
  roleScopeFields,
  sitesMissing,
  toRoleAndScope,
} from '../../services/people/role-scope-schema.ts';
import { sendReset } from '../../services/people/send-reset.server.ts';
import { MembershipForm } from './membership-form.tsx';
import { RemoveForm } from './remove-form.tsx';
import { ResetForm } from './reset-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.person.name }];

const change = z.object({ intent: z.literal('change'), ...roleScopeFields });
const schema = z.discriminatedUnion('intent', [
  change.refine(hasSites, sitesMissing),
  z.object({ intent: z.literal('reset') }),
  z.object({ intent: z.literal('remove') }),
]);

const fieldOf = {
  'last-administrator': 'role',
  'role-needs-all-sites': 'scope',
  'site-unknown': 'siteIds',
} as const;

function membershipId(params: LoaderFunctionArgs['params']): string {
  const id = z.uuid().safeParse(params['membershipId']);
  if (!id.success) throw data({ code: 'not-found' }, { status: 404 });
  return id.data;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  return respond(() => getPerson(member, membershipId(params)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'people.manage');
  const id = membershipId(params);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const form = submission.value;
  switch (form.intent) {
    case 'change': {
      const changed = await attempt(
        ['last-administrator', 'role-needs-all-sites', 'site-unknown'] as const,
        () => changeMembership(member, id, toRoleAndScope(form)),
      );
      if (changed.ok) return redirect('/settings/people?done=changed', 303);
      const fieldErrors = { [fieldOf[changed.reason]]: [changed.reason] };
      return data({ result: submission.reply({ fieldErrors }) }, { status: 400 });
    }
    case 'reset': {
      const language = await resolveLanguage(request);
      return data({ reset: await respond(() => sendReset(member, id, language)) });
    }
    case 'remove': {
      const removed = await attempt(['last-administrator'] as const, () =>
        removeMember(member, id),
      );
      if (removed.ok) return redirect('/settings/people?done=removed', 303);
      const fieldErrors = { role: [removed.reason] };
      return data({ result: submission.reply({ fieldErrors }) }, { status: 400 });
    }
  }
}

export default function PersonPage() {
  const { person, sites } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const answer = useActionData<typeof action>();
  const breadcrumbs = [{ label: t('people.title'), href: '/settings/people' }];
  return (
    <>
      <PageHeader
        title={person.name}
        subtitle={person.email}
        breadcrumbs={breadcrumbs}
        breadcrumbsLabel={t('title')}
      />
      <MembershipForm
        key={answer && 'result' in answer ? 'wrong' : 'new'}
        person={person}
        sites={sites}
        result={answer && 'result' in answer ? answer.result : undefined}
      />
      <ResetForm reset={answer && 'reset' in answer ? answer.reset : undefined} />
      <RemoveForm name={person.name} />
    </>
  );
}
