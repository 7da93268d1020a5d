import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PublishedThemes } from '../../components/outcomes/published-themes.tsx';
import { ReviewedTexts } from '../../components/outcomes/reviewed-texts.tsx';
import { RejectedSentences } from '../../components/outcomes/rejected-sentences.tsx';
import { ToldSentence } from '../../components/outcomes/told-sentence.tsx';
import { VoteSentences } from '../../components/outcomes/vote-sentences.tsx';
import { WhatCame } from '../../components/outcomes/what-came.tsx';
import { JoinShell } from '../../components/panel/join-shell.tsx';
import { useLocal } from '../../components/use-local.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { languages, localText } from '#surveys/model/languages.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { getPublicOutcomes } from '../../services/outcomes/get-public-outcomes.server.ts';
import { listPublicReviews } from '../../services/panel-jobs/list-public-reviews.server.ts';
import { listPublicReports } from '../../services/themes/list-public-reports.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await respond(() => getPublicOutcomes({ slug: params['slug'] ?? '' }));
  const reviews = await respond(() => listPublicReviews({ slug: params['slug'] ?? '' }));
  const reports = await respond(() => listPublicReports({ slug: params['slug'] ?? '' }));
  const language = await resolveLanguage(request);
  const t = (await requestI18n(context, language)).getFixedT(language, 'outcomes');
  const panel = localText(page.title, language, defaultLanguage);
  return { page, reviews, reports, language, title: `${t('public.title')} · ${panel}` };
}

export default function PublicOutcomesPage() {
  const { page, reviews, reports, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const { text, number, date } = useLocal();
  const { asker, minimumGroup: minimum } = page;
  const frame = { ...asker, language, languages };
  return (
    <JoinShell frame={frame}>
      <h1>{t('public.title')}</h1>
      <p className="lead" dir="auto">
        {text(page.title)}
      </p>
      <p dir="auto">{text(page.about)}</p>
      <h2>{t('public.why')}</h2>
      <p dir="auto">{text(asker.aim)}</p>
      <h3>{t('public.outOfScope')}</h3>
      <p dir="auto">{text(asker.outOfScope)}</p>
      <h2>{t('public.who')}</h2>
      <p>
        {page.people === null
          ? t('public.peopleFew', { minimum: number(minimum) })
          : t('public.people', { n: number(page.people) })}
      </p>
      <p>{t('public.noSimulated')}</p>
      <h2>{t('told.title')}</h2>
      <ToldSentence told={page.told} minimum={minimum} />
      <h2>{t('public.decided')}</h2>
      {page.decided.length === 0 ? <p>{t('decisions.noneDecided')}</p> : null}
      {page.decided.map((outcome) => (
        <WhatCame key={outcome.id} outcome={outcome} />
      ))}
      <h2>{t('public.open')}</h2>
      {page.open.length === 0 ? <p>{t('decisions.noneOpen')}</p> : null}
      {page.open.map((outcome) => (
        <WhatCame key={outcome.id} outcome={outcome} />
      ))}
      <RejectedSentences rejected={page.rejected} />
      <PublishedThemes reports={reports} />
      <ReviewedTexts reviews={reviews} />
      <h2>{t('public.rounds')}</h2>
      {page.rounds.length === 0 ? <p>{t('public.noRounds')}</p> : null}
      {page.rounds.map((round) => (
        <article key={round.id} className="outcome">
          <h3 dir="auto">{text(round.title)}</h3>
          <p dir="auto">{text(round.outcome)}</p>
          <VoteSentences votes={round.votes} />
          {round.closedOn === null ? null : (
            <p className="muted">{t('public.closed', { date: date(round.closedOn) })}</p>
          )}
        </article>
      ))}
    </JoinShell>
  );
}
