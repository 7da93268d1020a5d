import { useTranslation } from 'react-i18next';
import type { ShownCount } from '../services/panels/shown-count.ts';
import { useLocal } from './use-local.ts';

/** A count of people in words: a number, or that there are fewer than may be shown. */
export function useShownCount(): (count: ShownCount) => string {
  const { t } = useTranslation('panels');
  const { number } = useLocal();
  return (shown) =>
    'count' in shown ? number(shown.count) : t('fewerThan', { n: number(shown.fewerThan) });
}
