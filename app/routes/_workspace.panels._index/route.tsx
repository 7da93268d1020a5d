import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { InvolvementTabs } from '../../components/involvement-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { useShownCount } from '../../components/use-shown-count.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listPanels } from '../../services/panels/list-panels.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listPanels(member));
  const i18n = await translate(request);
  return { title: i18n.t('panels:title'), ...page };
}

function PanelTable({ panels }: Pick<Awaited<ReturnType<typeof loader>>, 'panels'>) {
  const { t } = useTranslation('panels');
  const { text, languages } = useLocal();
  const countText = useShownCount();
  return (
    <DataTable
      id="panels"
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'title', label: t('panel.title') },
        { key: 'state', label: t('list.state') },
        { key: 'activity', label: t('list.activity') },
        { key: 'languages', label: t('panel.languages') },
        { key: 'people', label: t('list.people'), numeric: true },
      ]}
      rows={panels.map((panel) => ({
        key: panel.id,
        cells: {
          title: (
            <Link to={`/panels/${panel.id}`}>
              <bdi>{text(panel.title)}</bdi>
            </Link>
          ),
          state: t(`state.${panel.state}`),
          activity: <bdi>{text(panel.activity)}</bdi>,
          languages: languages(panel.languages),
          people: countText(panel.people),
        },
      }))}
    />
  );
}

export default function PanelsPage() {
  const { title, panels, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const create = mayCreate ? (
    <LinkButton to="/panels/new" tone="primary">
      {t('new.title')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('list.subtitle')}
        action={panels.length > 0 ? create : undefined}
      />
      <InvolvementTabs current="panels" />
      <DoneNotice words={{ deleted: t('done.panelDeleted') }} />
      {panels.length > 0 ? (
        <PanelTable panels={panels} />
      ) : (
        <EmptyState
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
          steps={mayCreate ? [t('list.step1'), t('list.step2'), t('list.step3')] : []}
          action={create}
        />
      )}
    </>
  );
}
