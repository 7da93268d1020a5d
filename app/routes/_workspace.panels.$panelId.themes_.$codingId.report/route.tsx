import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { CodingHeader } from '../../components/themes/coding-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { themesPageTitle } from '../../i18n/themes-title.server.ts';
import { codingFileNames } from '../../services/themes/coding-files.ts';
import { codingParams } from '../../services/themes/coding-params.ts';
import {
  getReportPage,
  type ReportPage as Page,
} from '../../services/themes/get-report-page.server.ts';
import { publishReport } from '../../services/themes/publish-report.server.ts';
import { ThemeReport } from '../../components/themes/report/theme-report.tsx';
import { PublishReport } from './publish-report.tsx';
import { WhereItStands } from './where-it-stands.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.pageTitle }];

const search = z.object({
  number: z.coerce.number().int().min(1).nullable().catch(null),
  compare: z
    .literal('1')
    .transform(() => true)
    .catch(false),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const asked = { ...parseParams(params, codingParams), ...searchOf(request, search) };
  const page: Page = await respond(() => getReportPage(member, asked));
  return { pageTitle: await themesPageTitle(request, 'report', page.frame.title), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panel-reports.publish');
  const ids = parseParams(params, codingParams);
  await readForm(request);
  const home = `/panels/${ids.panelId}/themes/${ids.codingId}/report`;
  return submit(() => publishReport(member, ids), `${home}?done=published`);
}

function Compare({ number }: { number: number }) {
  const { t } = useTranslation('themes');
  return (
    <Form method="get">
      <input type="hidden" name="number" value={number} />
      <Button name="compare" value="1" tone="secondary">
        {t('report.compare')}
      </Button>
    </Form>
  );
}

export default function ReportPage() {
  const { page } = useLoaderData<typeof loader>();
  const { frame, coding, report, versions } = page;
  const { t } = useTranslation('themes');
  const { date, number } = useLocal();
  const reply = useActionData<typeof action>();
  const home = `/panels/${frame.id}/themes/${coding.id}`;
  return (
    <>
      <CodingHeader frame={frame} coding={coding} />
      <RefusalSummary refusal={reply?.refusal} />
      <DoneNotice words={{ published: t('done.published') }} />
      <WhereItStands page={page} />
      {report && report.supersededOn !== null ? (
        <Notice tone="concern">{t('report.superseded', { day: date(report.supersededOn) })}</Notice>
      ) : null}
      {report ? <ThemeReport report={report} home={home} /> : <p>{t('report.none')}</p>}
      {report && frame.may.publish ? <Compare number={report.number} /> : null}
      {frame.may.publish ? <PublishReport page={page} home={home} /> : null}
      {versions.length > 1 ? (
        <ul aria-label={t('report.versions')}>
          {versions.map((one) => (
            <li key={one.number}>
              <Link to={`${home}/report?number=${one.number}`}>
                {t('report.version', { n: number(one.version), day: date(one.publishedOn) })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {frame.may.manageThemes ? (
        <section className="stack" aria-labelledby="files">
          <h3 id="files">{t('report.files')}</h3>
          <p className="muted">{t('report.filesText')}</p>
          <ul>
            {codingFileNames.map((file) => (
              <li key={file}>
                <Link to={`${home}/file?name=${file}`} reloadDocument>
                  {t(`file.${file}`)}
                </Link>
                {file === 'words-csv' && page.noWords !== null ? (
                  <p className="muted">
                    {t(`report.noWords.${page.noWords}`, { minimum: number(page.minimum) })}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
