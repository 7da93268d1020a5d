import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { z } from 'zod';
import { Notice } from '../../components/notice.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { RunState } from '../../components/results/run-state.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { analysisIds } from '../../services/psychometrics/analysis-ids.ts';
import { getAnalysisPage } from '../../services/psychometrics/get-analysis-page.server.ts';
import { analysisLinks } from '../../services/psychometrics/list-analyses.server.ts';
import { getAnalysisReader } from '../../services/psychometrics/reader.server.ts';
import { AnalysisForm } from './analysis-form.tsx';
import { AnalysisNavigation } from './analysis-navigation.tsx';
import { AnalysisResultView } from './analysis-result.tsx';
import { KeepForm } from './keep-form.tsx';
import { ReproduceForm } from './reproduce-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ studyId: z.uuid(), analysis: z.enum(analysisIds) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId, analysis } = parseParams(params, paramsSchema);
  const reader = await getAnalysisReader(request);
  const search = new URL(request.url).searchParams;
  const page = await respond(() => getAnalysisPage(member, reader, { studyId, analysis, search }));
  const title = reader.t('pageTitle', {
    page: reader.say(`name.${analysis}`),
    study: page.frame.study.title,
  });
  return data({ title, analysis, links: analysisLinks(reader), ...page });
}

export default function AnalysisPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, run, view, notPossible, fields, analysis, links, reproduction, evidence } = page;
  const { pathname, search } = useLocation();
  const link = links.find(({ id }) => id === analysis);
  return (
    <ResultsPage page="analyses" frame={frame} hasFilter={false}>
      <AnalysisNavigation links={links} current={analysis} frame={frame} />
      <h2>{link?.name}</h2>
      <p>{link?.question}</p>
      {fields.length > 0 ? <AnalysisForm fields={fields} /> : null}
      {notPossible === null ? null : <Notice>{notPossible}</Notice>}
      {run ? (
        <RunState
          run={run}
          action={`/studies/${frame.study.id}/results/run`}
          backTo={pathname + search}
        />
      ) : null}
      {view ? <AnalysisResultView view={view} /> : null}
      {evidence ? <KeepForm {...evidence} /> : null}
      {reproduction ? <ReproduceForm {...reproduction} /> : null}
    </ResultsPage>
  );
}
