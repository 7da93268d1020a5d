import { useTranslation } from 'react-i18next';
import type { FinishedCount } from '../services/panels/present-askings.ts';
import { useLocal } from './use-local.ts';

/** A count of people in words: a number, or why there is none. */
export function useShownCount(): (count: FinishedCount) => string {
  const { t } = useTranslation('panels');
  const { number } = useLocal();
  return (shown) => {
    if (shown === 'hidden') return t('votes.hidden');
    if (shown === 'unknowable') return t('round.doneUnknowable');
    return 'count' in shown ? number(shown.count) : t('fewerThan', { n: number(shown.fewerThan) });
  };
}
