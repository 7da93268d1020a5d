import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
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
import { SiteFields } from '../../components/site-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { setArchived } from '../../services/sites/archive-site.server.ts';
import { changeSite } from '../../services/sites/change-site.server.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { getSiteToManage } from '../../services/sites/list-every-site.server.ts';
import { siteFields } from '../../services/sites/site-schema.ts';
import { ArchiveForm } from './archive-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.site.name }];

const paramsSchema = z.object({ siteId: z.uuid() });
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), ...siteFields }),
  z.object({ intent: z.literal('archive') }),
  z.object({ intent: z.literal('restore') }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { siteId } = parseParams(params, paramsSchema);
  const site = await respond(() => getSiteToManage(member, siteId));
  return { site, countries: listCountries(await resolveLanguage(request)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'sites.manage');
  const { siteId: id } = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const form = submission.value;
  switch (form.intent) {
    case 'save': {
      const saved = await attempt(['site-name-taken'] as const, () =>
        changeSite(member, id, { name: form.name, country: form.country }),
      );
      if (saved.ok) return redirect('/settings/sites?done=saved', 303);
      const reply = { fieldErrors: { name: [saved.reason] } };
      return data({ result: submission.reply(reply) }, { status: 400 });
    }
    case 'archive':
      await respond(() => setArchived(member, id, true));
      return redirect('/settings/sites?done=archived', 303);
    case 'restore':
      await respond(() => setArchived(member, id, false));
      return redirect('/settings/sites?done=restored', 303);
  }
}

export default function SitePage() {
  const { site, countries } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['settings', 'common']);
  const [form, fields] = useForm<{ name: string; country: string }>({
    id: 'site',
    lastResult: useActionData<typeof action>()?.result ?? null,
    defaultValue: { name: site.name, country: site.country },
    constraint: { name: { required: true, maxLength: 100 }, country: { required: true } },
  });
  const say = (code: string) => t(`settings:problem.${code as 'name-missing'}`);
  const errors = errorLinks([fields.name, fields.country], say);
  const breadcrumbs = [{ label: t('settings:sites.title'), href: '/settings/sites' }];
  return (
    <>
      <PageHeader
        title={site.name}
        breadcrumbs={breadcrumbs}
        breadcrumbsLabel={t('settings:title')}
      />
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <SiteFields
          name={fieldProps(fields.name, say)}
          country={fieldProps(fields.country, say)}
          countries={countries}
        />
        <Button name="intent" value="save">
          {t('settings:sites.save')}
        </Button>
      </Form>
      <ArchiveForm isArchived={site.archivedOn !== null} />
    </>
  );
}
