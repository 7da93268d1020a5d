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
import { parseParams } from '../../http/parse-params.server.ts';
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
import { removeSecondFactor } from '../../services/people/remove-second-factor.server.ts';
import { sendReset } from '../../services/people/send-reset.server.ts';
import { MembershipForm } from './membership-form.tsx';
import { RemoveForm } from './remove-form.tsx';
import { ResetForm } from './reset-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.person.name }];

const paramsSchema = z.object({ membershipId: z.uuid() });
const change = z.object({ intent: z.literal('change'), ...roleScopeFields });
const schema = z.discriminatedUnion('intent', [
  change.refine(hasSites, sitesMissing),
  z.object({ intent: z.literal('reset') }),
  z.object({ intent: z.literal('remove') }),
  z.object({
    intent: z.literal('second-factor'),
    reason: z
      .string({ error: 'reason-missing' })
      .trim()
      .min(1, 'reason-missing')
      .max(500, 'reason-long'),
  }),
]);

const fieldOf = {
  'last-administrator': 'role',
  'role-needs-all-sites': 'scope',
  'site-unknown': 'siteIds',
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { membershipId } = parseParams(params, paramsSchema);
  return respond(() => getPerson(member, membershipId));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'people.manage');
  const { membershipId: id } = parseParams(params, paramsSchema);
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
    case 'second-factor': {
      const language = await resolveLanguage(request);
      const removed = await attempt(['second-factor-shared'] as const, () =>
        removeSecondFactor(member, { id, reason: form.reason, language }),
      );
      if (removed.ok) return redirect('/settings/people?done=factor-removed', 303);
      const fieldErrors = { reason: [removed.reason] };
      return data({ result: submission.reply({ fieldErrors }) }, { status: 409 });
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
  const result = answer && 'result' in answer ? answer.result : undefined;
  const isAboutFactor = result?.initialValue?.['intent'] === 'second-factor';
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
        key={result ? 'wrong' : 'new'}
        person={person}
        sites={sites}
        result={isAboutFactor ? undefined : result}
      />
      <ResetForm reset={answer && 'reset' in answer ? answer.reset : undefined} />
      {person.twoFactorEnabled && !person.isSelf ? (
        <SecondFactorForm
          key={isAboutFactor ? 'wrong-factor' : 'factor'}
          name={person.name}
          result={isAboutFactor ? result : undefined}
        />
      ) : null}
      <RemoveForm name={person.name} />
    </>
  );
}
