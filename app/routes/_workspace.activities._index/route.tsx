import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { InvolvementTabs } from '../../components/involvement-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listActivities } from '../../services/involvement/list-activities.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listActivities(member));
  const i18n = await translate(request);
  return { title: i18n.t('panels:activities.title'), ...page };
}

function ActivityTable({ activities }: Pick<Awaited<ReturnType<typeof loader>>, 'activities'>) {
  const { t } = useTranslation('panels');
  const { text, date, number } = useLocal();
  return (
    <DataTable
      id="activities"
      caption={t('activities.title')}
      captionHidden
      columns={[
        { key: 'title', label: t('activity.title') },
        { key: 'informs', label: t('activity.informs') },
        { key: 'influence', label: t('activity.influence') },
        { key: 'startsOn', label: t('activity.startsOn') },
        { key: 'endedOn', label: t('activity.endedOn') },
        { key: 'panels', label: t('title'), numeric: true },
      ]}
      rows={activities.map((activity) => ({
        key: activity.id,
        cells: {
          title: (
            <Link to={`/activities/${activity.id}`}>
              <bdi>{text(activity.title)}</bdi>
            </Link>
          ),
          informs: t(`informs.${activity.informs}`),
          influence: t(`influence.${activity.influence}`),
          startsOn: date(activity.startsOn),
          endedOn: activity.endedOn === null ? t('none') : date(activity.endedOn),
          panels: number(activity.panels),
        },
      }))}
    />
  );
}

export default function ActivitiesPage() {
  const { title, activities, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const create = mayCreate ? (
    <LinkButton to="/activities/new" tone="primary">
      {t('activities.create')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('activities.subtitle')}
        action={activities.length > 0 ? create : undefined}
      />
      <InvolvementTabs current="activities" />
      {activities.length > 0 ? (
        <ActivityTable activities={activities} />
      ) : (
        <EmptyState
          title={t('activities.emptyTitle')}
          text={t('activities.emptyText')}
          steps={mayCreate ? [t('list.step1'), t('list.step2'), t('list.step3')] : []}
          action={create}
        />
      )}
    </>
  );
}
