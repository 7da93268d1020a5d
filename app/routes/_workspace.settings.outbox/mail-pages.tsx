import { useTranslation } from 'react-i18next';
import { Pagination } from '../../components/pagination.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { listOutbox } from '../../services/mail/list-outbox.server.ts';

interface MailPagesProps {
  filter: { state: string | null; page: number };
  outbox: Pick<Awaited<ReturnType<typeof listOutbox>>, 'mails' | 'total' | 'firstRow'>;
}

export function MailPages({ filter, outbox }: MailPagesProps) {
  const { t } = useTranslation('mail');
  const { number } = useLocal();
  const { mails, total, firstRow } = outbox;
  const last = firstRow + mails.length - 1;
  if (firstRow === 1 && last >= total) return null;
  const addressOf = (page: number) =>
    `?page=${page}${filter.state === null ? '' : `&state=${filter.state}`}`;
  return (
    <Pagination
      label={t('pages.label')}
      summary={t('pages.summary', {
        first: number(firstRow),
        last: number(last),
        total: number(total),
      })}
      previous={
        filter.page > 1
          ? { label: t('pages.previous'), href: addressOf(filter.page - 1) }
          : undefined
      }
      next={last < total ? { label: t('pages.next'), href: addressOf(filter.page + 1) } : undefined}
    />
  );
}
