import { useTranslation } from 'react-i18next';
import type { ReleasedCount } from '../services/studies/release-counts.ts';
import { useLocal } from './use-local.ts';

/** A count, or why it is not shown. */
export function useCountText() {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  return (count: ReleasedCount, minimumCellSize: number) => {
    if (count.shown) return number(count.n);
    return count.reason === 'below-minimum'
      ? t('fewerThan', { minimum: number(minimumCellSize) })
      : t('notShown');
  };
}
