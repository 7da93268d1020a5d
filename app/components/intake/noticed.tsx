import { useTranslation } from 'react-i18next';
import { noticedIn } from '../../services/intake/noticed-in.ts';
import { Notice } from '../notice.tsx';
import { useLocal } from '../use-local.ts';
import { useRecordWords } from './use-record-words.ts';

/** As many periods as anybody reads in sentences. */
const mostSaid = 10;

interface NoticedProps {
  warnings: Parameters<typeof noticedIn>[0];
}

/**
 * What is stored nevertheless and should be known: far fewer cases than stood, periods the plan does not have, names
 * nobody knows, what people did about outputs that nobody saw.
 */
export function Noticed({ warnings }: NoticedProps) {
  const { t } = useTranslation(['intake', 'monitoring']);
  const { date, number, listOf } = useLocal();
  const { nameOf, groupOf } = useRecordWords();
  const { offCadence, unwatched, unseen, fewer, moreOf } = noticedIn(warnings);
  const unsaid = (all: readonly unknown[], code: 'fewer-than-half' | 'period-not-planned') =>
    Math.max(0, all.length - mostSaid) + moreOf(code);
  const [moreFewer, moreOffCadence] = [
    unsaid(fewer, 'fewer-than-half'),
    unsaid(offCadence, 'period-not-planned'),
  ];
  if (offCadence.length + unwatched.length + unseen.length + fewer.length === 0) return null;
  return (
    <Notice tone="concern">
      {fewer.slice(0, mostSaid).map(({ start, end, ...record }) => (
        <p key={[nameOf(record), groupOf(record), start].join(' ')}>
          {t('intake:dryRun.fewer', {
            ...{ metric: nameOf(record), group: groupOf(record) },
            ...{ from: date(start), to: date(end) },
          })}
        </p>
      ))}
      {moreFewer > 0 ? <p>{t('intake:dryRun.fewerMore', { n: number(moreFewer) })}</p> : null}
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
      {moreOffCadence > 0 ? (
        <p>{t('intake:dryRun.offCadenceMore', { n: number(moreOffCadence) })}</p>
      ) : null}
    </Notice>
  );
}
