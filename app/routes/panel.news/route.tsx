import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { News } from '../../components/outcomes/news.tsx';
import { PublishedThemes } from '../../components/outcomes/published-themes.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { readPerson } from '../../http/panel-request.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { requestI18n } from '../../i18n/request-i18n.server.ts';
import { getNews } from '../../services/outcomes/get-news.server.ts';
import { listPublicReports } from '../../services/themes/list-public-reports.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const news = await respond(() => getNews(reader));
  const { slug, outcomesPublishedOn } = reader.panel;
  const reports = await respond(() => listPublicReports({ slug }));
  const { language } = reader.frame;
  const t = (await requestI18n(context, language)).getFixedT(language, 'outcomes');
  return {
    frame: { ...reader.frame, news: 0 },
    title: t('news.title'),
    news,
    reports,
    outcomes: outcomesPublishedOn === null ? null : `/outcomes/${slug}`,
  };
}

export default function NewsPage() {
  const { frame, news, reports, outcomes } = useLoaderData<typeof loader>();
  const { t } = useTranslation('outcomes');
  const parts = [news.suggestions, news.contributions, news.rounds];
  return (
    <PanelShell frame={frame} current="news">
      <h1>{t('news.title')}</h1>
      {parts.every((part) => part.length === 0) ? <p>{t('news.empty')}</p> : <News news={news} />}
      <PublishedThemes reports={reports} />
      {outcomes === null ? null : (
        <p className="link-row">
          <a href={outcomes}>{t('public.title')}</a>
        </p>
      )}
    </PanelShell>
  );
}
