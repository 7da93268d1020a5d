import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { useEntryFields } from '../../components/models/use-decision-fields.ts';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { createSystem, systemRefusals } from '../../services/register/create-system.server.ts';
import {
  decisionFields,
  identityFields,
  slugField,
} from '../../services/register/register-schema.ts';
import { systemCategories } from '../../services/register/register-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ ...identityFields, ...decisionFields, slug: slugField });

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMemberWho(request, 'models.manage');
  const i18n = await translate(request);
  return { title: i18n.t('models:new.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => createSystem(member, submission.value),
    ({ systemId }) => `/models/${systemId}?done=created`,
    systemRefusals,
  );
}

export default function NewSystemPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  const categories = [
    { value: '', label: t('models:system.choose') },
    ...optionsOf(systemCategories, (word) => t(`register:category.${word}`)),
  ];
  const decision = useEntryFields();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('models:new.text')}
        breadcrumbs={[{ label: t('models:title'), href: '/models' }]}
        breadcrumbsLabel={t('models:breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <RecordForm
        id="system"
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('models:new.submit')}
        fields={[
          { as: 'local', name: 'name', label: t('models:system.name') },
          {
            as: 'local',
            name: 'summary',
            rows: 3,
            label: t('models:system.summary'),
            hint: t('models:system.summaryHint'),
          },
          {
            as: 'select',
            name: 'category',
            label: t('models:system.category'),
            options: categories,
          },
          {
            as: 'line',
            name: 'slug',
            dir: 'ltr',
            label: t('models:system.slug'),
            hint: t('models:system.slugHint'),
          },
          ...decision,
        ]}
      />
    </>
  );
}
