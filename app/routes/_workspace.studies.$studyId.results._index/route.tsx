import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getOverview } from '../../services/results/get-overview.server.ts';
import { getWrittenWords } from '../../services/results/get-written-words.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { Participation } from './participation.tsx';
import { WrittenWords } from './written-words.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const page = await respond(() => getOverview(member, reader, studyId, filter));
  const words = await respond(() => getWrittenWords(member, { studyId }));
  return { title: pageTitle(reader, 'overview', page.frame), words, ...page };
}

export default function OverviewPage() {
  const { frame, participation, charts, words } = useLoaderData<typeof loader>();
  return (
    <ResultsPage page="overview" frame={frame} hasGroup>
      <Participation participation={participation} />
      <ChartList page="overview" charts={charts} />
      <WrittenWords words={words} />
    </ResultsPage>
  );
}
