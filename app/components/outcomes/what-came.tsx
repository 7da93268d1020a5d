import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../services/outcomes/present-suggestions.ts';
import { useLocal } from '../use-local.ts';
import { Quotes } from './quotes.tsx';
import { useSubjectName } from './subject-name.ts';

/** A suggestion with what was said, decided and changed; earlier decisions come after the newest. */
export function WhatCame({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('outcomes');
  const { text, date, number } = useLocal();
  const nameOf = useSubjectName();
  const [last, ...earlier] = outcome.decisions.toReversed();
  return (
    <article className="outcome">
      <h3 dir="auto">{text(outcome.text)}</h3>
      <Quotes quotes={outcome.quotes} />
      {last === undefined ? (
        <p>
          {t('suggestion.open', {
            date: date(outcome.raisedOn),
            days: number(outcome.openDays ?? 0),
          })}
        </p>
      ) : (
        <>
          <p>
            <strong>{t(`verdict.${last.verdict}`)}</strong>
          </p>
          <p dir="auto">
            <strong>{t('decision.why')}</strong> {text(last.reason)}
          </p>
          <p className="muted">
            {t('decision.by', { by: last.decidedBy, date: date(last.decidedOn) })}
          </p>
        </>
      )}
      {outcome.changes.map((change) => (
        <div key={change.id}>
          <p dir="auto">
            <strong>{t('change.title')}</strong> {text(change.what)}
          </p>
          <p className="muted">
            {t('change.about', { what: nameOf(change.about), date: date(change.changedOn) })}
          </p>
        </div>
      ))}
      {last && last.verdict !== 'not' && outcome.changes.length === 0 ? (
        <p>{t('change.none')}</p>
      ) : null}
      {earlier.map((decision) => (
        <p key={decision.id} className="muted" dir="auto">
          {t('decision.earlier', {
            verdict: t(`verdict.${decision.verdict}`),
            date: date(decision.decidedOn),
            reason: text(decision.reason),
          })}
        </p>
      ))}
    </article>
  );
}
