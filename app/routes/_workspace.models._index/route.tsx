import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ModelsTabs } from '../../components/models/models-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listSystems } from '../../services/register/list-systems.server.ts';
import { lifecycleStages, systemCategories } from '../../services/register/register-words.ts';
import { SystemFilterForm } from './system-filter-form.tsx';
import { SystemTable } from './system-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const search = z.object({
  category: z.enum(systemCategories).optional().catch(undefined),
  stage: z.enum(lifecycleStages).optional().catch(undefined),
  siteId: z.uuid().optional().catch(undefined),
  missing: z.literal('yes').optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const filter = searchOf(request, search);
  const page = await respond(() => listSystems(member, filter));
  const i18n = await translate(request);
  return { title: i18n.t('models:title'), filter, ...page };
}

export default function ModelsPage() {
  const { title, systems, total, sites, filter, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const create = mayCreate ? (
    <div className="button-row">
      <LinkButton to="/models/new" tone="primary">
        {t('new.title')}
      </LinkButton>
      <LinkButton to="/models/import">{t('import.title')}</LinkButton>
    </div>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('list.subtitle')}
        action={total > 0 ? create : undefined}
      />
      <ModelsTabs current="systems" />
      {total === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
          steps={mayCreate ? [t('list.step1'), t('list.step2'), t('list.step3')] : []}
          action={create}
        />
      ) : (
        <>
          <SystemFilterForm filter={filter} sites={sites} />
          {systems.length === 0 ? (
            <p className="muted">{t('list.noneFit')}</p>
          ) : (
            <SystemTable systems={systems} total={total} />
          )}
        </>
      )}
    </>
  );
}
