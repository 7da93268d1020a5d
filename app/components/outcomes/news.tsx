import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { directionOf } from '#surveys/model/languages.ts';
import { toLanguage } from '../../i18n/locales.ts';
import type { NewsOfPerson } from '../../services/outcomes/read-news.server.ts';
import { useLocal } from '../use-local.ts';
import { VoteSentences } from './vote-sentences.tsx';

type NewsProps = { news: Omit<NewsOfPerson, 'tellings'> };

type Shown = NewsProps & { t: TFunction<'outcomes'> } & Pick<
    ReturnType<typeof useLocal>,
    'text' | 'date'
  >;

function New({ t, isNew }: { t: TFunction<'outcomes'>; isNew: boolean }) {
  return isNew ? <strong className="new-mark">{t('news.new')}</strong> : null;
}

function SuggestionNews({ t, news, text, date }: Shown) {
  return news.suggestions.map((suggestion) => (
    <article key={suggestion.id} className="outcome">
      <h3 dir="auto">{text(suggestion.text)}</h3>
      <h4>{t('news.said')}</h4>
      {suggestion.said.map(({ language, text: words }) => (
        <blockquote key={words} lang={language} dir={directionOf(toLanguage(language))}>
          {words}
        </blockquote>
      ))}
      <h4>{t('news.decided')}</h4>
      {suggestion.decisions.length === 0 ? (
        <p>{t('news.undecided', { date: date(suggestion.raisedOn) })}</p>
      ) : null}
      {suggestion.decisions.toReversed().map((decision) => (
        <div key={decision.id}>
          <p>
            <strong>{t(`verdict.${decision.verdict}`)}</strong> <New t={t} isNew={decision.isNew} />
          </p>
          <p dir="auto">
            {t('decision.why')} {text(decision.reason)}
          </p>
          <p className="muted">
            {t('decision.by', { by: decision.decidedBy, date: date(decision.decidedOn) })}
          </p>
        </div>
      ))}
      <h4>{t('news.changed')}</h4>
      {suggestion.changes.length === 0 ? <p>{t('change.none')}</p> : null}
      {suggestion.changes.map((change) => (
        <p key={change.id} dir="auto">
          {text(change.what)} ({date(change.changedOn)}) <New t={t} isNew={change.isNew} />
        </p>
      ))}
    </article>
  ));
}

function ContributionNews({ t, news, text }: Shown) {
  return news.contributions.map((fate) => (
    <article key={fate.key} className="outcome">
      <h3 dir="auto">{text(fate.prompt)}</h3>
      <p>
        {t(`fate.${fate.kind}`)} <New t={t} isNew={fate.isNew} />
      </p>
      {fate.reason === null ? null : <p>{t(`moderation.${fate.reason}`)}</p>}
      {fate.note === '' ? null : <p dir="auto">{fate.note}</p>}
    </article>
  ));
}

function RoundNews({ t, news, text, date }: Shown) {
  return news.rounds.map((round) => (
    <article key={round.id} className="outcome">
      <h3 dir="auto">{text(round.title)}</h3>
      <p dir="auto">
        {text(round.outcome)} <New t={t} isNew={round.isNew} />
      </p>
      <VoteSentences votes={round.votes} />
      {round.closedOn === null ? null : <p className="muted">{date(round.closedOn)}</p>}
    </article>
  ));
}

/** What became of what one person said. */
export function News({ news }: NewsProps) {
  const { t } = useTranslation('outcomes');
  const { text, date } = useLocal();
  const shown: Shown = { t, news, text, date };
  return (
    <>
      {news.suggestions.length > 0 ? <h2>{t('news.suggestions')}</h2> : null}
      <SuggestionNews {...shown} />
      {news.contributions.length > 0 ? <h2>{t('news.contributions')}</h2> : null}
      <ContributionNews {...shown} />
      {news.rounds.length > 0 ? <h2>{t('news.rounds')}</h2> : null}
      <RoundNews {...shown} />
    </>
  );
}
