import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { localText } from '#surveys/model/languages.ts';
import { Notice } from '../../components/notice.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { RespondentShell } from '../../components/respondent-shell.tsx';
import { ReviewedMark } from '../../components/reviewed-mark.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { getPublicReview } from '../../services/panel-jobs/get-public-review.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const reviewParams = z.object({ slug: z.string().max(60), reportId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const review = await respond(() => getPublicReview(parseParams(params, reviewParams)));
  const language = await resolveLanguage(request);
  const panel = localText(review.title, language, 'en');
  return { review, pageTitle: `${review.content.name} · ${panel}` };
}

export default function ReviewPage() {
  const { review } = useLoaderData<typeof loader>();
  const { t } = useTranslation('jobs');
  const { t: common } = useTranslation('common');
  const { text, number, languages } = useLocal();
  const { content, publishedOn, supersededOn, quotes } = review;
  const { people } = content;
  return (
    <RespondentShell organisation={text(review.title)} skipLabel={common('skipToContent')}>
      <h1 dir="auto">{content.name}</h1>
      <ReviewedMark on={publishedOn} />
      {supersededOn === null ? null : <Notice tone="concern">{t('review.old')}</Notice>}
      <p>{t('review.panel', { panel: text(review.title) })}</p>
      <p>
        {t('people')}: {number(people.total)}
      </p>
      {people.withheld.length > 0 ? (
        <p>{t('withheld', { languages: languages(people.withheld) })}</p>
      ) : null}
      <h2>{t('review.changedTitle')}</h2>
      <Paragraphs text={content.changed} />
      <h2>{t('review.readTitle')}</h2>
      <Paragraphs text={content.text} />
      {quotes.length > 0 ? <h2>{t('review.quotesTitle')}</h2> : null}
      {quotes.map(({ id, language, words }) => (
        <blockquote key={id} lang={language} dir="auto">
          {words}
        </blockquote>
      ))}
    </RespondentShell>
  );
}
