import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { PublishedReasons } from '../../services/contributions/publishable-reasons.ts';

/** How often contributions were rejected and why: what anybody may know. */
export function ReasonTable({ published }: { published: PublishedReasons }) {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  const count = (n: number | null) => (n === null ? t('reasons.hidden') : number(n));
  const rows = published.reasons.map(({ reason, n }) => ({
    key: reason,
    cells: { reason: t(`reason.${reason}`), n: count(n) },
  }));
  const all = { key: 'all', cells: { reason: t('reasons.all'), n: count(published.total) } };
  return (
    <section className="stack" aria-labelledby="reasons-title">
      <h2 id="reasons-title">{t('reasons.title')}</h2>
      <p className="muted">{t('reasons.text', { minimum: number(published.minimum) })}</p>
      <DataTable
        id="reasons"
        caption={t('reasons.title')}
        captionHidden
        columns={[
          { key: 'reason', label: t('reasons.reason') },
          { key: 'n', label: t('reasons.n'), numeric: true },
        ]}
        rows={[...rows, all]}
      />
    </section>
  );
}
