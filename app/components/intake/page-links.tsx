import { useTranslation } from 'react-i18next';
import { Pagination } from '../pagination.tsx';
import { useLocal } from '../use-local.ts';

/** To the pages before and after; nothing where there is one page. */
export function PageLinks({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('intake');
  const { number } = useLocal();
  if (pages <= 1) return null;
  const link = (to: number, label: string) =>
    to < 1 || to > pages ? undefined : { label, href: `?page=${to}` };
  return (
    <Pagination
      label={t('pages.label')}
      summary={t('pages.summary', { page: number(page), pages: number(pages) })}
      previous={link(page - 1, t('pages.previous'))}
      next={link(page + 1, t('pages.next'))}
    />
  );
}
