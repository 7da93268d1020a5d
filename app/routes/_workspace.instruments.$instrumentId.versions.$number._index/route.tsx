import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { InstrumentFindings } from '../../components/instrument-findings.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { VersionState } from '../../components/version-state.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { titleText } from '../../i18n/title-text.server.ts';
import { getVersion } from '../../services/instruments/get-version.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';
import { ItemList } from './item-list.tsx';
import { LanguageTable } from './language-table.tsx';
import { RightsFacts } from './rights-facts.tsx';
import { ScaleTable } from './scale-table.tsx';
import { TextItemTable } from './text-item-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const version = await respond(() => getVersion(member, parseParams(params, versionParams)));
  return { pageTitle: await titleText(request, version.document.title), version };
}

export default function InstrumentVersionPage() {
  const { version } = useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const { document, instrumentId, number } = version;
  const here = `/instruments/${instrumentId}/versions/${number}`;
  return (
    <>
      <PageHeader
        title={t('version.title', { title: text(document.title), number })}
        breadcrumbs={[
          { label: t('list.title'), href: '/instruments' },
          { label: text(document.title), href: `/instruments/${instrumentId}` },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
        tag={<VersionState state={version.state} />}
        action={
          <>
            <LinkButton to={`${here}/download`} reloadDocument>
              {t('version.download')}
            </LinkButton>
            {version.mayDesign ? (
              <>
                <LinkButton to={`${here}/text-items`}>{t('textItem.title')}</LinkButton>
                <LinkButton to={`${here}/edit`}>{t('version.edit')}</LinkButton>
              </>
            ) : null}
            {version.mayPublish ? (
              <LinkButton to={`${here}/publish`} tone="primary">
                {t('version.publish')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DoneNotice
        words={{
          imported: t('done.imported'),
          created: t('done.created'),
          saved: t('done.saved'),
          published: t('done.published'),
        }}
      />
      <LanguageTable version={version} here={here} />
      <ItemList document={document} />
      <TextItemTable document={document} />
      <ScaleTable document={document} />
      <RightsFacts rights={document.rights} />
      <InstrumentFindings findings={version.findings} />
      <p className="muted">
        {t('version.hash')}: <code dir="ltr">{version.contentHash}</code>
        <br />
        {t(version.state === 'published' ? 'version.hashFrozen' : 'version.hashDraft')}
      </p>
    </>
  );
}
