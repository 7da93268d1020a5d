import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getChangePage } from '../../services/results/get-change-page.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { ChangeTable } from './change-table.tsx';
import { FurtherPages } from './further-pages.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const page = await respond(() => getChangePage(member, reader, studyId, filter));
  return { title: pageTitle(reader, 'change', page.frame), ...page };
}

export default function ChangePage() {
  const page = useLoaderData<typeof loader>();
  const { frame, refusal, charts, remarks } = page;
  const { t } = useTranslation('results');
  return (
    <ResultsPage page="change" frame={frame} hasFilter={false}>
      {refusal === null || frame.content === 'no-answers' ? null : (
        <Notice title={t('change.refused')}>{t(`change.refusedReason.${refusal}`)}</Notice>
      )}
      <ChartList page="change" charts={charts} />
      {page.waves && page.rows.length > 0 ? (
        <ChangeTable waves={page.waves} rows={page.rows} remarks={remarks} />
      ) : null}
      <FurtherPages studyId={frame.study.id} links={page.links} />
    </ResultsPage>
  );
}
