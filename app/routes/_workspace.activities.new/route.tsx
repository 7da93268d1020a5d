import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActivityForm } from '../../components/activity-form.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { activityFields } from '../../services/involvement/activity-schema.ts';
import { activityRefusals } from '../../services/involvement/check-activity.ts';
import { createActivity } from '../../services/involvement/create-activity.server.ts';
import { getActivityChoices } from '../../services/involvement/get-activity-choices.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(activityFields);

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const choices = await respond(() => getActivityChoices(member));
  const i18n = await translate(request);
  return { title: i18n.t('panels:activities.create'), ...choices };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => createActivity(member, submission.value),
    ({ activityId }) => `/activities/${activityId}?done=created`,
    activityRefusals,
  );
}

export default function NewActivityPage() {
  const { title, sites, seesAllSites } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('activities.newText')}
        breadcrumbs={[{ label: t('activities.title'), href: '/activities' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <ActivityForm
        values={{ influence: 'involve' }}
        sites={sites}
        seesAllSites={seesAllSites}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
      />
    </>
  );
}
