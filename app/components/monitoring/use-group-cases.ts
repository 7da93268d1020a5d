import { useTranslation } from 'react-i18next';
import { useLocal } from '../use-local.ts';

/** How many cases a group has, that they are too few to be told, or that there are none. */
export function useGroupCases() {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  return (n: number | null) => {
    if (n === null) return t('group.hidden');
    return n === 0 ? t('group.nobody') : number(n);
  };
}
