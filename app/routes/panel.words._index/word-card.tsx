import { useTranslation } from 'react-i18next';
import { useLocal } from '../../components/use-local.ts';
import type { OwnWord } from '../../services/taking-part/list-own-words.server.ts';

/** One thing that was said: the words, what happened to them, what came of them, what can be done. */
export function WordCard({ word }: { word: OwnWord }) {
  const { t } = useTranslation('panel');
  const { text, number } = useLocal();
  const here = `/panel/words/${word.id}`;
  return (
    <section className="panel-card" aria-labelledby={`w-${word.id}`}>
      <h2 id={`w-${word.id}`} dir="auto">
        {text(word.prompt)}
      </h2>
      <p className="hint">
        <bdi>{text(word.round)}</bdi>
      </p>
      {word.scribe !== null && <p>{t('words.scribe', { name: word.scribe })}</p>}
      {word.value !== null && <p>{t('words.value', { value: number(word.value) })}</p>}
      {word.original !== null && word.original !== '' && (
        <blockquote dir="auto" className="as-written">
          {word.original}
        </blockquote>
      )}
      {word.shown !== null && (
        <>
          <h3>{t('words.shown')}</h3>
          <blockquote dir="auto" className="as-written">
            {word.shown}
          </blockquote>
        </>
      )}
      <Fate word={word} />
      <CameOfIt word={word} />
      <div className="actions">
        {word.mayAppeal && (
          <a className="button button-secondary" href={`${here}/appeal`}>
            {t('words.appeal')}
          </a>
        )}
        {word.mayWithdraw && <a href={`${here}/withdraw`}>{t('words.withdraw')}</a>}
      </div>
    </section>
  );
}

function Fate({ word }: { word: OwnWord }) {
  const { t } = useTranslation('panel');
  const { date } = useLocal();
  return (
    <>
      <h3>{t('words.fate')}</h3>
      <ol className="fate">
        {word.events.map((event) => (
          <li key={event.number}>
            <p>
              <b>{date(event.at)}</b> {t(`event.${event.kind}`)}
            </p>
            {event.reason !== null && <p>{t(`reason.${event.reason}`)}</p>}
            {event.note !== '' && (
              <p dir="auto" className="as-written hint">
                {event.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function CameOfIt({ word }: { word: OwnWord }) {
  const { t } = useTranslation('panel');
  const { text, date, number } = useLocal();
  return (
    <>
      {word.quoted.length > 0 && (
        <>
          <h3>{t('words.quoted')}</h3>
          {word.quoted.map((quote) => (
            <blockquote key={quote} dir="auto">
              {quote}
            </blockquote>
          ))}
        </>
      )}
      {word.suggestions.length > 0 && <h3>{t('words.suggestions')}</h3>}
      {word.suggestions.map((suggestion) => (
        <div key={suggestion.number}>
          <p>
            {t('words.suggestion', { number: number(suggestion.number) })}{' '}
            <bdi>{text(suggestion.text)}</bdi>
          </p>
          {suggestion.decision === null ? (
            <p>{t('words.undecided')}</p>
          ) : (
            <>
              <p>
                {t(`verdict.${suggestion.decision.verdict}`, {
                  day: date(suggestion.decision.decidedOn),
                })}
              </p>
              <p dir="auto">{text(suggestion.decision.reason)}</p>
            </>
          )}
        </div>
      ))}
    </>
  );
}
