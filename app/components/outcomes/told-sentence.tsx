import { useTranslation } from 'react-i18next';
import type { ToldInTime, ToldMessages } from '../../services/outcomes/published-told.ts';
import { tellWithinDays } from '../../services/outcomes/tell-within-days.ts';
import { useLocal } from '../use-local.ts';

/** The number by which a panel is to be judged: who was told in time of what came of their words. */
export function ToldSentence({ told, minimum }: { told: ToldInTime; minimum: number }) {
  const { t } = useTranslation('outcomes');
  const { number } = useLocal();
  if (!told.shown) {
    return told.reason === 'none' ? (
      <p>{t('told.none')}</p>
    ) : (
      <p>{t('told.few', { minimum: number(minimum) })}</p>
    );
  }
  const { due, pending } = told;
  return (
    <>
      {due === null ? null : <Due due={due} minimum={minimum} />}
      {pending === 'few' ? (
        <p>{t('told.pendingFew', { minimum: number(minimum) })}</p>
      ) : pending > 0 ? (
        <p>{t('told.pending', { n: number(pending) })}</p>
      ) : null}
    </>
  );
}

function Due({ due, minimum }: { due: ToldMessages; minimum: number }) {
  const { t } = useTranslation('outcomes');
  const { number } = useLocal();
  const days = number(tellWithinDays);
  if (typeof due === 'string') {
    const key = due === 'few' ? 'told.inTimeFew' : 'told.inTimeAllButFew';
    return <p className="headline">{t(key, { days, minimum: number(minimum) })}</p>;
  }
  return (
    <p className="headline">
      <strong>{t('told.count', { told: number(due.told), of: number(due.of) })}</strong>{' '}
      {t('told.meaning', { days })}
    </p>
  );
}
