import { useTranslation } from 'react-i18next';
import type { OffCadence } from '../../services/intake/notice-records.ts';
import { Notice } from '../notice.tsx';
import { useLocal } from '../use-local.ts';

/** As many periods as anybody reads in sentences. */
const mostSaid = 10;

interface NoticedProps {
  offCadence: readonly OffCadence[];
  unwatched: readonly string[];
  unseen: readonly string[];
}

/**
 * What is stored nevertheless and should be known: periods the plan does not have, names nobody knows, what
 * people did about outputs that nobody saw.
 */
export function Noticed({ offCadence, unwatched, unseen }: NoticedProps) {
  const { t } = useTranslation(['intake', 'monitoring']);
  const { date, number, listOf } = useLocal();
  if (offCadence.length + unwatched.length + unseen.length === 0) return null;
  return (
    <Notice tone="concern">
      {unwatched.length === 0 ? null : (
        <p>{t('intake:dryRun.unwatched', { names: listOf(unwatched) })}</p>
      )}
      {unseen.length === 0 ? null : <p>{t('intake:dryRun.unseen', { names: listOf(unseen) })}</p>}
      {offCadence.slice(0, mostSaid).map(({ metric, cadence, start, end }) => (
        <p key={`${metric} ${start} ${end}`}>
          {t('intake:dryRun.offCadence', {
            ...{ metric, cadence: t(`monitoring:cadence.${cadence}`) },
            ...{ from: date(start), to: date(end) },
          })}
        </p>
      ))}
      {offCadence.length > mostSaid ? (
        <p>{t('intake:dryRun.offCadenceMore', { n: number(offCadence.length - mostSaid) })}</p>
      ) : null}
    </Notice>
  );
}
