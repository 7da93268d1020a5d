import { useForm } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { RoleScopeFields } from '../../components/role-scope-fields.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { inviteMember } from '../../services/people/invite-member.server.ts';
import {
  hasSites,
  roleScopeFields,
  sitesMissing,
  toRoleAndScope,
} from '../../services/people/role-scope-schema.ts';
import { listScopeChoices } from '../../services/sites/list-scope-choices.server.ts';
import { InvitationReady } from './invitation-ready.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z
  .object({
    email: z.email({
      error: (issue) => (issue.input === undefined ? 'email-missing' : 'email-invalid'),
    }),
    ...roleScopeFields,
  })
  .refine(hasSites, sitesMissing);

const fieldOf = {
  'already-member': 'email',
  'role-needs-all-sites': 'scope',
  'site-unknown': 'siteIds',
} as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const sites = await respond(() => listScopeChoices(member));
  const i18n = await translate(request);
  return { title: i18n.t('settings:people.inviteTitle'), sites };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'people.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const { email } = submission.value;
  const invited = await attempt(
    ['already-member', 'role-needs-all-sites', 'site-unknown'] as const,
    () => inviteMember(member, { email, ...toRoleAndScope(submission.value) }),
  );
  if (invited.ok) return data({ ready: { email, link: invited.result.link } });
  const fieldErrors = { [fieldOf[invited.reason]]: [invited.reason] };
  return data({ result: submission.reply({ fieldErrors }) }, { status: 400 });
}

export default function InvitePage() {
  const { title, sites } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['settings', 'common']);
  const answer = useActionData<typeof action>();
  const result = answer && 'result' in answer ? answer.result : undefined;
  const [form, fields] = useForm<z.input<typeof schema>>({
    id: 'invite',
    lastResult: result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`settings:problem.${code as 'email-invalid'}`);
  const breadcrumbs = [{ label: t('settings:people.title'), href: '/settings/people' }];
  if (answer && 'ready' in answer) return <InvitationReady {...answer.ready} />;
  const { email, role, scope, siteIds } = fields;
  const errors = errorLinks([email, role, scope, siteIds], say);
  return (
    <>
      <PageHeader title={title} breadcrumbs={breadcrumbs} breadcrumbsLabel={t('settings:title')} />
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <p>{t('settings:people.inviteLead')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(email, say)}
          type="email"
          autoComplete="off"
          label={t('settings:people.email')}
        />
        <RoleScopeFields
          id={form.id}
          sites={sites}
          role={role.initialValue}
          scope={scope.initialValue}
          siteIds={[siteIds.initialValue ?? []].flat().filter((id) => id !== undefined)}
          errors={{
            role: role.errors?.map(say)[0],
            scope: scope.errors?.map(say)[0],
            siteIds: siteIds.errors?.map(say)[0],
          }}
        />
        <Button>{t('settings:people.send')}</Button>
      </Form>
    </>
  );
}
