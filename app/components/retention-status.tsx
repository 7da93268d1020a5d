import { useTranslation } from 'react-i18next';
import { Tag } from './tag.tsx';

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
  const { t, i18n } = useTranslation('settings');
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const text = t(`retention.status.${status}`, {
    date: date === null ? '' : day.format(new Date(date)),
  });
  return <Tag tone={tones[status]} text={text} />;
}
