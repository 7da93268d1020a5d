import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { getVersions } from '../../services/register/get-versions.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { VersionCard } from './version-card.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getVersions(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'versions', page.frame.name), ...page };
}

export default function VersionsPage() {
  const { frame, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const add = frame.may.manage ? (
    <LinkButton to={`/models/${frame.id}/versions/new`} tone="primary">
      {t('version.add')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <SystemHeader frame={frame} action={add} />
      <DoneNotice words={{ saved: t('done.saved') }} />
      {versions.length === 0 ? (
        <EmptyState title={t('version.emptyTitle')} text={t('version.emptyText')} />
      ) : (
        versions.map((version) => (
          <VersionCard key={version.id} version={version} mayEdit={frame.may.manage} />
        ))
      )}
    </>
  );
}
