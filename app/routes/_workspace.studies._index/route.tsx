import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listStudies } from '../../services/studies/list-studies.server.ts';
import { StudyTable } from './study-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => listStudies(member));
  const i18n = await translate(request);
  return { title: i18n.t('studies:list.title'), ...page };
}

export default function StudiesPage() {
  const { title, studies, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useTranslation('studies');
  const create = mayCreate ? (
    <LinkButton to="/studies/new" tone="primary">
      {t('list.create')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('list.subtitle')}
        action={studies.length > 0 ? create : undefined}
      />
      {studies.length > 0 ? (
        <StudyTable studies={studies} />
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
