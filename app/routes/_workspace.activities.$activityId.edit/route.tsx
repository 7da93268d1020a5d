import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActivityForm } from '../../components/activity-form.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { activityParams } from '../../services/involvement/activity-params.ts';
import { activityFields } from '../../services/involvement/activity-schema.ts';
import { activityRefusals } from '../../services/involvement/check-activity.ts';
import { editActivity } from '../../services/involvement/edit-activity.server.ts';
import { getActivity } from '../../services/involvement/get-activity.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ ...activityFields, revision: z.coerce.number().int() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getActivity(member, parseParams(params, activityParams)));
  const i18n = await translate(request);
  const { activity, sites, seesAllSites } = page;
  return { title: i18n.t('panels:activity.edit'), activity, sites, seesAllSites };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { activityId } = parseParams(params, activityParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => editActivity(member, { activityId, ...submission.value }),
    `/activities/${activityId}?done=saved`,
    activityRefusals,
  );
}

export default function EditActivityPage() {
  const { title, activity, sites, seesAllSites } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const { text } = useLocal();
  const reply = useActionData<typeof action>();
  const { siteId, endedOn, ...values } = activity;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: t('activities.title'), href: '/activities' },
          { label: text(activity.title), href: `/activities/${activity.id}` },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <ActivityForm
        values={{ ...values, siteId: siteId ?? '', endedOn: endedOn ?? '' }}
        revision={activity.revision}
        sites={sites}
        seesAllSites={seesAllSites}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
      />
    </>
  );
}
