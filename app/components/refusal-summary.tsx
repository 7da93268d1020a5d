import { useTranslation } from 'react-i18next';
import type { ErrorBody } from '../http/to-response.server.ts';
import { ErrorSummary } from './error-summary.tsx';

/** Why the last click changed nothing, in the reader's words. */
export function RefusalSummary({ refusal }: { refusal: ErrorBody | undefined }) {
  const { t } = useTranslation(['errors', 'common']);
  if (!refusal) return null;
  const text = t(`errors:${refusal.code as 'conflict'}`, { ...refusal.values });
  return <ErrorSummary title={t('common:errorSummary')} errors={[{ href: '#main', text }]} />;
}
