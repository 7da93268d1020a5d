import { useTranslation } from 'react-i18next';
import { Pagination } from '../../components/pagination.tsx';
import { useLocal } from '../../components/use-local.ts';
import { leftOutPerPage } from '../../services/themes/left-out-per-page.ts';
import type { LeftOutReason } from '../../services/themes/reason-left-out.ts';

interface LeftOutPagesProps {
  home: string;
  reason: LeftOutReason;
  page: number;
  texts: number;
}

/** Draws nothing while all texts of a reason are on one page. */
export function LeftOutPages({ home, reason, page, texts }: LeftOutPagesProps) {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  if (texts <= leftOutPerPage) return null;
  const last = Math.min(page * leftOutPerPage, texts);
  const to = (other: number) => `${home}/left-out?reason=${reason}&page=${other}`;
  return (
    <Pagination
      label={t('list.pages')}
      summary={t('list.summary', {
        ...{ first: number((page - 1) * leftOutPerPage + 1), last: number(last) },
        total: number(texts),
      })}
      previous={page > 1 ? { label: t('list.previous'), href: to(page - 1) } : undefined}
      next={last < texts ? { label: t('list.next'), href: to(page + 1) } : undefined}
    />
  );
}
