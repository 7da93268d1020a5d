import { useTranslation } from 'react-i18next';
import type { PublishedReasons } from '../../services/contributions/publishable-reasons.ts';
import { useLocal } from '../use-local.ts';

/** How often words were not published, and why; never which words. */
export function RejectedSentences({ rejected }: { rejected: PublishedReasons }) {
  const { t } = useTranslation(['outcomes', 'moderation']);
  const { number } = useLocal();
  const shown = rejected.reasons.flatMap(({ reason, n }) => (n === null ? [] : [{ reason, n }]));
  return (
    <>
      <h2>{t('public.moderation')}</h2>
      {rejected.total === null ? null : (
        <p>{t('public.rejected', { n: number(rejected.total) })}</p>
      )}
      {shown.length > 0 ? (
        <ul>
          {shown.map(({ reason, n }) => (
            <li key={reason}>
              {t('public.reason', { reason: t(`moderation:reason.${reason}`), n: number(n) })}
            </li>
          ))}
        </ul>
      ) : null}
      {shown.length < rejected.reasons.length ? (
        <p>{t('public.rejectedFew', { minimum: number(rejected.minimum) })}</p>
      ) : null}
    </>
  );
}
