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
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { addSite } from '../../services/sites/add-site.server.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { listSitesToManage } from '../../services/sites/list-every-site.server.ts';
import { siteFields } from '../../services/sites/site-schema.ts';
import { AddSiteForm } from './add-site-form.tsx';
import { SiteTable } from './site-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(siteFields);

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const sites = await respond(() => listSitesToManage(member));
  const i18n = await translate(request);
  const countries = listCountries(await resolveLanguage(request));
  return { title: i18n.t('settings:sites.title'), sites, countries };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'sites.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const added = await attempt(['site-name-taken'] as const, () =>
    addSite(member, submission.value),
  );
  if (added.ok) return redirect('/settings/sites?done=added', 303);
  const reply = { fieldErrors: { name: [added.reason] } };
  return data({ result: submission.reply(reply) }, { status: 400 });
}

export default function SitesPage() {
  const { title, sites, countries } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const result = useActionData<typeof action>()?.result;
  return (
    <>
      <PageHeader title={title} subtitle={t('sites.subtitle')} />
      {result ? null : (
        <DoneNotice
          words={{
            added: t('sites.done.added'),
            saved: t('sites.done.saved'),
            archived: t('sites.done.archived'),
            restored: t('sites.done.restored'),
          }}
        />
      )}
      <SiteTable sites={sites} countries={countries} />
      <AddSiteForm
        key={`${sites.length} ${result !== undefined}`}
        countries={countries}
        result={result}
      />
    </>
  );
}
