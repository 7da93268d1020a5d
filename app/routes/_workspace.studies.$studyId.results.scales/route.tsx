import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getScales } from '../../services/results/get-scales.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { Reliability } from './reliability.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const page = await respond(() => getScales(member, reader, studyId, filter));
  return { title: pageTitle(reader, 'scales', page.frame), ...page };
}

export default function ScalesPage() {
  const page = useLoaderData<typeof loader>();
  const { frame, charts } = page;
  return (
    <ResultsPage page="scales" frame={frame} hasGroup>
      <ChartList page="scales" charts={charts} />
      {page.reliability.length > 0 ? <Reliability {...page} /> : null}
    </ResultsPage>
  );
}
