import { useTranslation } from 'react-i18next';
import { Quotes } from '../../outcomes/quotes.tsx';
import { useLocal } from '../../use-local.ts';
import { useShownCount } from '../../use-shown-count.ts';
import type { ShownQuote } from '../../../services/themes/read-quotes.server.ts';
import type { ReportedTheme as Theme } from '../../../services/themes/report-content.ts';
import { ReadersText } from './readers-text.tsx';
import { WhoSaidIt } from './who-said-it.tsx';

function QuotesOf({ ids, quotes }: { ids: readonly string[]; quotes: readonly ShownQuote[] }) {
  const { t } = useTranslation('themes');
  const found = ids.flatMap((id) => quotes.filter((quote) => quote.id === id));
  return (
    <>
      <Quotes quotes={found} />
      {found.length < ids.length ? <p className="muted">{t('report.takenBack')}</p> : null}
    </>
  );
}

interface ReportedThemeProps {
  theme: Theme;
  quotes: readonly ShownQuote[];
  /** Each text counts as one person, whom nobody knows. */
  isOfSurvey: boolean;
}

/** One theme: what it says, how many say it and who, in whose words, and who speaks against it. */
export function ReportedTheme({ theme, quotes, isOfSurvey }: ReportedThemeProps) {
  const { t } = useTranslation('themes');
  const { text, listOf } = useLocal();
  const edge = theme.edgeIds ?? [];
  const shown = useShownCount();
  return (
    <section className="card stack" aria-labelledby={`theme-${theme.id}`}>
      <h3 id={`theme-${theme.id}`}>
        <bdi>{text(theme.title)}</bdi>
      </h3>
      <p dir="auto">{text(theme.summary)}</p>
      <p>
        {t(isOfSurvey ? 'report.texts' : 'report.people', { people: shown(theme.people) })}{' '}
        <span className="muted">{t('report.codes', { codes: listOf(theme.codes) })}</span>
      </p>
      <QuotesOf ids={theme.quoteIds} quotes={quotes} />
      {edge.length > 0 ? (
        <>
          <h4>{t('report.edge')}</h4>
          <QuotesOf ids={edge} quotes={quotes} />
        </>
      ) : null}
      <h4>{t('report.dissent')}</h4>
      {theme.dissentIds.length > 0 ? (
        <QuotesOf ids={theme.dissentIds} quotes={quotes} />
      ) : (
        <p>
          {'count' in theme.dissenters && theme.dissenters.count === 0
            ? t('report.noDissent')
            : t(isOfSurvey ? 'report.dissentUnquotedTexts' : 'report.dissentUnquoted', {
                people: shown(theme.dissenters),
              })}
        </p>
      )}
      {theme.strata.map((stratum) => (
        <WhoSaidIt
          key={text(stratum.question)}
          id={`who-${theme.id}-${text(stratum.question).replace(/\W/gu, '')}`}
          stratum={stratum}
        />
      ))}
      {theme.readers ? <ReadersText readers={theme.readers} /> : null}
    </section>
  );
}
