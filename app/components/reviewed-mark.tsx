import { useTranslation } from 'react-i18next';
import { Tag } from './tag.tsx';
import { useLocal } from './use-local.ts';

/** Stands beside a public text that people of a panel have read. */
export function ReviewedMark({ on }: { on: string }) {
  const { t } = useTranslation('jobs');
  const { date } = useLocal();
  return <Tag tone="good" text={t('mark', { day: date(on) })} />;
}
