import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { useLocal } from '../../components/use-local.ts';
import { searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { auditPageSize, listAudit } from '../../services/audit/list-audit.server.ts';
import { AuditFilter } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const searchSchema = z.object({
  action: z.string().min(1).max(100).nullable().catch(null),
  actor: z.string().min(1).max(100).nullable().catch(null),
  from: z.iso.date().nullable().catch(null),
  to: z.iso.date().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const filter = searchOf(request, searchSchema);
  const trail = await respond(() => listAudit(member, filter));
  const i18n = await translate(request);
  return { title: i18n.t('settings:audit.title'), pageSize: auditPageSize, filter, ...trail };
}

function address(filter: z.output<typeof searchSchema>, page: number): string {
  const wanted = Object.entries({ ...filter, page: String(page) });
  const query = new URLSearchParams(
    wanted.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  return `/settings/audit?${query.toString()}`;
}

export default function AuditPage() {
  const { title, filter, entries, actions, actors, total, pageSize } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const { number } = useLocal();
  const isReversed = filter.from !== null && filter.to !== null && filter.from > filter.to;
  const first = (filter.page - 1) * pageSize + 1;
  const last = first + entries.length - 1;
  return (
    <>
      <PageHeader title={title} subtitle={t('audit.subtitle')} />
      <AuditFilter filter={filter} actions={actions} actors={actors} />
      {entries.length === 0 ? (
        <EmptyState
          title={t('audit.none')}
          text={t(isReversed ? 'audit.noneOrder' : 'audit.noneText')}
        />
      ) : (
        <>
          <AuditTable entries={entries} />
          <Pagination
            label={t('audit.pages')}
            summary={t('audit.range', {
              first: number(first),
              last: number(last),
              total: number(total),
            })}
            previous={
              filter.page > 1
                ? { label: t('audit.newer'), href: address(filter, filter.page - 1) }
                : undefined
            }
            next={
              last < total
                ? { label: t('audit.older'), href: address(filter, filter.page + 1) }
                : undefined
            }
          />
        </>
      )}
      <p className="hint">{t('audit.ownReading')}</p>
    </>
  );
}
