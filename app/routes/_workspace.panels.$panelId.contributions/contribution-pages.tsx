import { useTranslation } from 'react-i18next';
import { Pagination } from '../../components/pagination.tsx';
import { useLocal } from '../../components/use-local.ts';
import { contributionsPerPage } from '../../services/contributions/contributions-per-page.ts';

interface ContributionPagesProps {
  home: string;
  state: string;
  page: number;
  total: number;
}

/** Draws nothing while everything is on one page. */
export function ContributionPages({ home, state, page, total }: ContributionPagesProps) {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  if (total <= contributionsPerPage) return null;
  const last = Math.min(page * contributionsPerPage, total);
  const to = (other: number) => `${home}/contributions?state=${state}&page=${other}`;
  return (
    <Pagination
      label={t('list.pages')}
      summary={t('list.summary', {
        first: number((page - 1) * contributionsPerPage + 1),
        last: number(last),
        total: number(total),
      })}
      previous={page > 1 ? { label: t('list.previous'), href: to(page - 1) } : undefined}
      next={last < total ? { label: t('list.next'), href: to(page + 1) } : undefined}
    />
  );
}
