import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { StudySection } from '../../components/board/study-section.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getBoardReader } from '../../services/board/board-reader.server.ts';
import { getSite } from '../../services/board/get-site.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const paramsSchema = z.object({ siteId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { siteId } = parseParams(params, paramsSchema);
  const reader = await getBoardReader(request);
  const page = await respond(() => getSite(member, reader, siteId));
  return { title: reader.board('pageTitle', { page: page.site.name }), ...page };
}

export default function BoardSitePage() {
  const { site, studies, maySeeResults } = useLoaderData<typeof loader>();
  const { t } = useTranslation('board');
  return (
    <>
      <PageHeader
        title={t('site.title', { site: site.name })}
        subtitle={t('site.subtitle')}
        breadcrumbs={[{ label: t('title'), href: '/board' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      {studies.length === 0 ? (
        <EmptyState title={t('none.title')} text={t('site.noStudy')} />
      ) : null}
      {studies.map((study) => (
        <StudySection
          key={study.id}
          study={study}
          fileQuery={`&site=${site.id}`}
          maySeeResults={maySeeResults}
        >
          {study.hidden === null ? null : (
            <Notice>{t('site.hidden', { reason: study.hidden })}</Notice>
          )}
        </StudySection>
      ))}
    </>
  );
}
