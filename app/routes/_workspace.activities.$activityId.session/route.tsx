import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
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
import { sessionFields } from '../../services/involvement/activity-schema.ts';
import { getActivity } from '../../services/involvement/get-activity.server.ts';
import {
  recordSession,
  sessionRefusals,
} from '../../services/involvement/record-session.server.ts';
import { toMinorUnits } from '../../services/minor-units.ts';
import { today } from '../../today.ts';
import { SessionForm } from './session-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(sessionFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const page = await respond(() => getActivity(member, parseParams(params, activityParams)));
  const i18n = await translate(request);
  const { activity, sessions } = page;
  return {
    title: i18n.t('panels:session.record'),
    activity: { id: activity.id, title: activity.title },
    day: today(),
    currency: sessions.at(-1)?.currency ?? '',
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { activityId } = parseParams(params, activityParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { cost, ...session } = submission.value;
  const costMinor = toMinorUnits(cost, session.currency);
  return submitForm(
    submission,
    () => recordSession(member, { activityId, ...session, costMinor }),
    `/activities/${activityId}?done=recorded`,
    sessionRefusals,
  );
}

export default function RecordSessionPage() {
  const { title, activity, day, currency } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const { text } = useLocal();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('session.text')}
        breadcrumbs={[
          { label: t('activities.title'), href: '/activities' },
          { label: text(activity.title), href: `/activities/${activity.id}` },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      <SessionForm day={day} currency={currency} result={reply?.result ?? null} />
    </>
  );
}
