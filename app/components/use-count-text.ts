import { useTranslation } from 'react-i18next';
import type { CoarseCount, ReleasedCount } from '../services/studies/released-count.ts';
import { useLocal } from './use-local.ts';

/** A count, or why it is not shown. */
export function useCountText() {
  const { t } = useTranslation('studies');
  const { number } = useLocal();
  return (count: ReleasedCount | CoarseCount, minimumCellSize: number) => {
    if (count.shown) {
      return 'isAtLeast' in count ? t('atLeast', { n: number(count.n) }) : number(count.n);
    }
    if (count.reason === 'counting') return t('counting');
    return count.reason === 'below-minimum'
      ? t('fewerThan', { minimum: number(minimumCellSize) })
      : t('notShown');
  };
}
