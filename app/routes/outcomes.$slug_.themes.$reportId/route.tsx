import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languages, localText } from '#surveys/model/languages.ts';
import { LanguageLinks } from '../../components/language-links.tsx';
import { Notice } from '../../components/notice.tsx';
import { RespondentShell } from '../../components/respondent-shell.tsx';
import { languageItems } from '../../components/respondent/survey-shell.tsx';
import { ThemeReport } from '../../components/themes/report/theme-report.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { getPublicReport } from '../../services/themes/get-public-report.server.ts';
import styles from '../../styles/respondent.css?url';
import stackedTables from '../../styles/stacked-tables.css?url';
import tables from '../../styles/tables.css?url';

export const handle = { script: false };
export const links: LinksFunction = () =>
  [styles, tables, stackedTables].map((href) => ({ rel: 'stylesheet', href }));
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const reportParams = z.object({ slug: z.string().max(60), reportId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const report = await respond(() => getPublicReport(parseParams(params, reportParams)));
  const language = await resolveLanguage(request);
  const named = (title: typeof report.title) => localText(title, language, 'en');
  return { report, language, pageTitle: `${named(report.content.title)} · ${named(report.title)}` };
}

export default function PublicThemeReportPage() {
  const { report, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('themes');
  const { t: common } = useTranslation('common');
  const { text, date } = useLocal();
  const { supersededOn, slug } = report;
  return (
    <RespondentShell
      organisation={text(report.title)}
      skipLabel={common('skipToContent')}
      languages={
        <LanguageLinks
          label={common('language')}
          items={languageItems({ language, languages })}
          folded
        />
      }
    >
      <h1>{t('report.title', { round: text(report.content.title) })}</h1>
      {supersededOn === null ? null : (
        <Notice tone="concern">{t('report.superseded', { day: date(supersededOn) })}</Notice>
      )}
      <ThemeReport report={report} />
      <p>
        <a href={`/outcomes/${slug}`}>{t('report.whatCame')}</a>
      </p>
    </RespondentShell>
  );
}
