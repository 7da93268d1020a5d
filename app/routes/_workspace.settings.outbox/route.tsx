import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { listOutbox } from '../../services/mail/list-outbox.server.ts';
import { MailPages } from './mail-pages.tsx';
import { MailTable } from './mail-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const searchSchema = z.object({
  state: z.enum(['waiting', 'sent', 'failed']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const filter = searchOf(request, searchSchema);
  const outbox = await respond(() => listOutbox(member, filter));
  const i18n = await translate(request);
  return { title: i18n.t('mail:outbox.title'), filter, ...outbox };
}

export default function OutboxPage() {
  const { title, filter, ...outbox } = useLoaderData<typeof loader>();
  const { t } = useTranslation('mail');
  const subtitle = t(outbox.isMailSent ? 'outbox.subtitleSent' : 'outbox.subtitleKept');
  return (
    <>
      <PageHeader title={title} subtitle={subtitle} />
      <DoneNotice
        words={{ removed: t('outbox.done.removed'), retried: t('outbox.done.retried') }}
      />
      {outbox.isMailSent ? null : <Notice tone="concern">{t('outbox.noServer')}</Notice>}
      {outbox.mails.length > 0 ? (
        <>
          <MailTable mails={outbox.mails} />
          <MailPages filter={filter} outbox={outbox} />
        </>
      ) : (
        <EmptyState title={t('outbox.emptyTitle')} text={t('outbox.emptyText')} />
      )}
    </>
  );
}
