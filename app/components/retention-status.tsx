import { useTranslation } from 'react-i18next';
import { Tag } from './tag.tsx';
import { useLocal } from './use-local.ts';

const tones = {
  'not-closed': 'neutral',
  'on-hold': 'unknown',
  scheduled: 'concern',
  deleted: 'neutral',
} as const;

interface RetentionStatusProps {
  status: keyof typeof tones;
  date: string | null;
}

/** What becomes of a study's answers, and when. */
export function RetentionStatus({ status, date }: RetentionStatusProps) {
  const { t } = useTranslation('settings');
  const { date: day } = useLocal();
  const text = t(`retention.status.${status}`, { date: date === null ? '' : day(date) });
  return <Tag tone={tones[status]} text={text} />;
}
