import { useForm } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SiteFields } from '../../components/site-fields.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { addSite } from '../../services/sites/add-site.server.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { listSitesToManage } from '../../services/sites/list-every-site.server.ts';
import { siteFields } from '../../services/sites/site-schema.ts';
import { SiteTable } from './site-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(siteFields);
const doneSchema = z.enum(['added', 'saved', 'archived', 'restored']);

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const sites = await respond(() => listSitesToManage(member));
  const i18n = await translate(request);
  const countries = listCountries(await resolveLanguage(request));
  return { title: i18n.t('settings:sites.title'), sites, countries };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMember(request);
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
  const { t } = useTranslation(['settings', 'common']);
  const done = doneSchema.safeParse(useSearchParams()[0].get('done'));
  const result = useActionData<typeof action>()?.result;
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'add-site',
    lastResult: result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`settings:problem.${code as 'name-missing'}`);
  const errors = errorLinks([fields.name, fields.country], say);
  return (
    <>
      <PageHeader title={title} subtitle={t('settings:sites.subtitle')} />
      <ErrorSummary title={t('common:errorSummary')} errors={errors} />
      {done.success && !result ? (
        <Notice tone="good" live>
          {t(`settings:sites.done.${done.data}`)}
        </Notice>
      ) : null}
      <SiteTable sites={sites} countries={countries} />
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('settings:sites.addTitle')}</h2>
        <Form method="post" id={form.id} key={`${sites.length}`}>
          <TokenField />
          <SiteFields
            name={fieldProps(fields.name, say)}
            country={fieldProps(fields.country, say)}
            countries={countries}
          />
          <Button>{t('settings:sites.add')}</Button>
        </Form>
      </section>
    </>
  );
}
