import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button, LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StageTag } from '../../components/models/stage-tag.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { listDeployments } from '../../services/register/list-deployments.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const day = z.iso.date().optional().catch(undefined);
const search = z.object({ on: day, known: day });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { systemId } = parseParams(params, systemParams);
  const asked = { systemId, ...searchOf(request, search) };
  const page = await respond(() => listDeployments(member, asked));
  return { pageTitle: await systemPageTitle(request, 'deployments', page.frame.name), ...page };
}

type Page = Awaited<ReturnType<typeof loader>>;

function DayForm({ on, known }: Pick<Page, 'on' | 'known'>) {
  const { t } = useTranslation('models');
  return (
    <Form method="get" className="inline filter" key={`${on} ${known ?? ''}`}>
      <TextField id="on" name="on" type="date" label={t('deployment.on')} defaultValue={on} />
      <TextField
        id="known"
        name="known"
        type="date"
        label={t('deployment.known')}
        hint={t('deployment.knownHint')}
        defaultValue={known ?? ''}
      />
      <Button tone="secondary">{t('deployment.ask')}</Button>
    </Form>
  );
}

function DeploymentTable({ frame, deployments, on, known }: Page) {
  const { t } = useTranslation('models');
  const { date } = useLocal();
  const caption =
    known === null
      ? t('deployment.ranOn', { day: date(on) })
      : t('deployment.ranOnKnown', { day: date(on), known: date(known) });
  return (
    <DataTable
      id="deployments"
      caption={caption}
      columns={[
        { key: 'place', label: t('deployment.place') },
        { key: 'version', label: t('deployment.version') },
        { key: 'stage', label: t('deployment.stageNow') },
        { key: 'slug', label: t('system.slug') },
      ]}
      rows={deployments.map(({ id, site, unit, version, stage, slug }) => ({
        key: id,
        cells: {
          place: (
            <Link to={`/models/${frame.id}/deployments/${id}`}>
              <bdi>{t('list.place', { site, unit })}</bdi>
            </Link>
          ),
          version: version === null ? t('deployment.nothing') : <bdi>{version}</bdi>,
          stage: <StageTag stage={stage} />,
          slug: <code dir="ltr">{slug}</code>,
        },
      }))}
    />
  );
}

export default function DeploymentsPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, deployments, sites, versions } = page;
  const { t } = useTranslation('models');
  const isReady =
    frame.stage !== 'retired' && frame.may.deploy && sites.length > 0 && versions.length > 0;
  return (
    <>
      <SystemHeader
        frame={frame}
        action={
          isReady ? (
            <LinkButton to={`/models/${frame.id}/deployments/new`} tone="primary">
              {t('deployment.add')}
            </LinkButton>
          ) : undefined
        }
      />
      <DoneNotice words={{ saved: t('done.saved') }} />
      {deployments.length === 0 ? (
        <EmptyState
          title={t('deployment.emptyTitle')}
          text={versions.length === 0 ? t('deployment.versionFirst') : t('deployment.emptyText')}
        />
      ) : (
        <>
          <DayForm on={page.on} known={page.known} />
          <DeploymentTable {...page} />
        </>
      )}
    </>
  );
}
