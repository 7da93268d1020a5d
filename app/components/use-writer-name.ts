import { useTranslation } from 'react-i18next';
import { useLocal } from './use-local.ts';

/** Whose words these are: a person of the panel by their number, or somebody who answered a survey. */
export function useWriterName(): (memberNumber: number | null) => string {
  const { t } = useTranslation('moderation');
  const { number } = useLocal();
  return (memberNumber) =>
    memberNumber === null ? t('ofSurvey') : t('member', { number: number(memberNumber) });
}
