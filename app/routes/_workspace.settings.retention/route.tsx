import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RetentionStatus } from '../../components/retention-status.tsx';
import { useLocal } from '../../components/use-local.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listRetentionSchedules } from '../../services/retention/list-retention.server.ts';
import { today } from '../../today.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const studies = await respond(() => listRetentionSchedules(member, today()));
  const i18n = await translate(request);
  return { title: i18n.t('settings:retention.title'), studies };
}

export default function RetentionPage() {
  const { title, studies } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const { text, number } = useLocal();
  return (
    <>
      <PageHeader title={title} subtitle={t('retention.subtitle')} />
      {studies.length === 0 ? (
        <EmptyState title={t('retention.empty')} text={t('retention.emptyText')} />
      ) : (
        <DataTable
          id="retention"
          caption={t('retention.caption')}
          captionHidden
          columns={[
            { key: 'study', label: t('retention.study') },
            { key: 'state', label: t('retention.state') },
            { key: 'months', label: t('retention.months') },
            { key: 'deletion', label: t('retention.deletion') },
            { key: 'rows', label: t('retention.rows'), numeric: true },
          ]}
          rows={studies.map((study) => ({
            key: study.id,
            cells: {
              study: <Link to={`/settings/retention/${study.id}`}>{text(study.title)}</Link>,
              state: t(`retention.studyState.${study.state}`),
              months: t('retention.monthsValue', { count: study.months }),
              deletion: <RetentionStatus status={study.status} date={study.date} />,
              rows: number(study.responses),
            },
          }))}
        />
      )}
    </>
  );
}
