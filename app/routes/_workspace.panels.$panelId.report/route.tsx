import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RatingTables } from '../../components/outcomes/rating-tables.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { outcomesTitle } from '../../i18n/outcomes-title.server.ts';
import { getReports } from '../../services/outcomes/get-reports.server.ts';
import { reportFormKinds } from '../../services/outcomes/report-forms.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { VersionTable } from './version-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getReports(member, parseParams(params, panelParams)));
  return { pageTitle: await outcomesTitle(request, 'reports', page.frame.title), ...page };
}

export default function ReportsPage() {
  const { frame, versions, themeReports, ratings, minimumGroup } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['outcomes', 'themes']);
  const { text, date } = useLocal();
  const home = `/panels/${frame.id}/report`;
  return (
    <>
      <PanelHeader frame={frame} />
      <section className="stack" aria-labelledby="forms">
        <h2 id="forms">{t('report.forms')}</h2>
        <p className="muted">{t('report.formsText')}</p>
        <ul>
          {reportFormKinds.map((kind) => (
            <li key={kind}>
              <Link to={`${home}/form/${kind}`}>{t(`form.${kind}`)}</Link>
            </li>
          ))}
          <li>
            <Link to={`${home}/outputs`}>{t('page.outputs')}</Link>
          </li>
        </ul>
      </section>
      <section className="stack" aria-labelledby="versions">
        <h2 id="versions">{t('report.versions')}</h2>
        {versions.length === 0 ? (
          <p>{t('report.noVersions')}</p>
        ) : (
          <VersionTable home={home} versions={versions} />
        )}
      </section>
      {themeReports.length === 0 ? null : (
        <section className="stack" aria-labelledby="theme-reports">
          <h2 id="theme-reports">{t('report.ofThemes')}</h2>
          <ul>
            {themeReports.map(({ codingId, title, publishedOn }) => (
              <li key={codingId}>
                <Link to={`/panels/${frame.id}/themes/${codingId}/report`}>
                  {t('themes:report.title', { round: text(title) })}
                </Link>{' '}
                <span className="muted">{date(publishedOn)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RatingTables rounds={ratings} minimum={minimumGroup} />
    </>
  );
}
