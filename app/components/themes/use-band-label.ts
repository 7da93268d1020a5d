import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { useLocal } from '../use-local.ts';

/** Name of a group of people; one without words is of those who did not say. */
export function useBandLabel(): (label: LocalText) => string {
  const { t } = useTranslation('themes');
  const { text } = useLocal();
  return (label) => (Object.keys(label).length === 0 ? t('report.notSaid') : text(label));
}
