import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { PageLinks } from '../../components/intake/page-links.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { getBatches } from '../../services/intake/get-batches.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { WaitingTable } from './waiting-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const pageSchema = z.coerce.number().int().min(1).max(100_000).catch(1);
const tones = {
  ...({ stored: 'good', quarantined: 'concern', discarded: 'neutral' } as const),
  withdrawn: 'neutral',
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const number = pageSchema.parse(new URL(request.url).searchParams.get('page') ?? 1);
  const ids = parseParams(params, deploymentParams);
  const page = await respond(() => getBatches(member, { ...ids, page: number }));
  return { pageTitle: await intakePageTitle(request, 'batches', page.frame.name), ...page };
}

export default function BatchesPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const { date, number } = useLocal();
  const { batches, waiting, frame, deployment } = page;
  const own = `/models/${frame.id}/deployments/${deployment.id}/batches`;
  return (
    <>
      <IntakeHeader
        {...page}
        current="batches"
        title={t('batches.title')}
        subtitle={t('batches.subtitle')}
      />
      {waiting.length === 0 ? null : <WaitingTable waiting={waiting} own={own} />}
      {batches.length === 0 ? (
        <EmptyState title={t('batches.emptyTitle')} text={t('batches.emptyText')} />
      ) : (
        <section className="card stack" aria-labelledby="batches-caption">
          <DataTable
            id="batches"
            caption={t('batches.caption', { n: number(page.total) })}
            stacks
            columns={[
              { key: 'received', label: t('batches.received') },
              { key: 'state', label: t('batches.state') },
              { key: 'source', label: t('batches.source') },
              { key: 'sender', label: t('batches.sender') },
              { key: 'version', label: t('batches.version') },
              { key: 'accepted', label: t('batches.accepted'), numeric: true },
              { key: 'superseded', label: t('batches.superseded'), numeric: true },
              { key: 'unchanged', label: t('batches.unchanged'), numeric: true },
            ]}
            rows={batches.map((batch) => ({
              key: batch.id,
              cells: {
                received: <Link to={`${own}/${batch.id}`}>{date(batch.receivedAt)}</Link>,
                state: <Tag tone={tones[batch.told]} text={t(`batches.is.${batch.told}`)} />,
                source: t(`batches.sources.${batch.source}`),
                sender: <span dir="auto">{batch.sender ?? '–'}</span>,
                version: <bdi>{batch.modelVersion}</bdi>,
                accepted: number(batch.accepted - batch.superseded),
                superseded: number(batch.superseded),
                unchanged: number(batch.unchanged),
              },
            }))}
          />
        </section>
      )}
      <PageLinks page={page.page} pages={page.pages} />
    </>
  );
}
