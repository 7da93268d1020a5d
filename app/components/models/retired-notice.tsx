import { useTranslation } from 'react-i18next';
import { Notice } from '../notice.tsx';

/** Instead of what would begin something, where a system or a place is retired. */
export function RetiredNotice() {
  const { t } = useTranslation('models');
  return <Notice tone="information">{t('retired')}</Notice>;
}
