import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { titleText } from '../../i18n/title-text.server.ts';
import { activityParams } from '../../services/involvement/activity-params.ts';
import { getActivity } from '../../services/involvement/get-activity.server.ts';
import { removeSession } from '../../services/involvement/remove-session.server.ts';
import { ActivityFacts } from './activity-facts.tsx';
import { Sessions } from './sessions.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({ sessionId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getActivity(member, parseParams(params, activityParams)));
  return { pageTitle: await titleText(request, page.activity.title), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { activityId } = parseParams(params, activityParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { sessionId } = submission.value;
  return submit(
    () => removeSession(member, { activityId, sessionId }),
    `/activities/${activityId}?done=removed`,
  );
}

export default function ActivityPage() {
  const { activity, site, sessions, panels, mayManage } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const { text } = useLocal();
  const home = `/activities/${activity.id}`;
  return (
    <>
      <PageHeader
        title={text(activity.title)}
        breadcrumbs={[{ label: t('activities.title'), href: '/activities' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        action={
          mayManage ? <LinkButton to={`${home}/edit`}>{t('activity.edit')}</LinkButton> : undefined
        }
      />
      <DoneNotice
        words={{
          created: t('done.activityCreated'),
          saved: t('done.saved'),
          recorded: t('done.sessionRecorded'),
          removed: t('done.sessionRemoved'),
        }}
      />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <section className="card" aria-labelledby="why">
        <h2 id="why">{t('activity.why')}</h2>
        <ActivityFacts activity={activity} site={site} />
      </section>
      <section className="card" aria-labelledby="panels">
        <h2 id="panels">{t('title')}</h2>
        {panels.length === 0 ? (
          <p className="muted">{t('activity.noPanel')}</p>
        ) : (
          <ul>
            {panels.map((panel) => (
              <li key={panel.id}>
                <Link to={`/panels/${panel.id}`}>
                  <bdi>{text(panel.title)}</bdi>
                </Link>{' '}
                ({t(`state.${panel.state}`)})
              </li>
            ))}
          </ul>
        )}
        {mayManage ? (
          <p>
            <LinkButton to={`/panels/new?activity=${activity.id}`}>{t('new.title')}</LinkButton>
          </p>
        ) : null}
      </section>
      <Sessions sessions={sessions} home={home} mayManage={mayManage} />
    </>
  );
}
