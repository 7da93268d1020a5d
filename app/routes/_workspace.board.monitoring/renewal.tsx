import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { useRenewal } from '../../components/results/use-renewal.ts';
import { useLocal } from '../../components/use-local.ts';

/** Says what is computed again, and shows it when it is there; nothing where all is as of now. */
export function Renewal({ rows }: { rows: readonly { isFresh: boolean }[] }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const late = rows.filter(({ isFresh }) => !isFresh).length;
  useRenewal(late > 0);
  if (late === 0) return null;
  return (
    <Notice live>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>{t('board.renewal', { places: number(late) })}</p>
    </Notice>
  );
}
