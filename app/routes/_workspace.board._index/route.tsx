import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StudySection } from '../../components/board/study-section.tsx';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getBoardReader } from '../../services/board/board-reader.server.ts';
import { getBoard } from '../../services/board/get-board.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const reader = await getBoardReader(request);
  const page = await respond(() => getBoard(member, reader));
  return { title: reader.board('title'), ...page };
}

export default function BoardPage() {
  const { title, studies, maySeeResults } = useLoaderData<typeof loader>();
  const { t } = useTranslation('board');
  const { t: watched } = useTranslation('monitoring');
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('subtitle')}
        action={<LinkButton to="/board/monitoring">{watched('board.title')}</LinkButton>}
      />
      {studies.length === 0 ? <EmptyState title={t('none.title')} text={t('none.text')} /> : null}
      {studies.map((study) => (
        <StudySection key={study.id} study={study} maySeeResults={maySeeResults}>
          <nav className="site-links" aria-label={t('study.pages')}>
            <ul>
              {study.sites.map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/board/sites/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          </nav>
        </StudySection>
      ))}
    </>
  );
}
