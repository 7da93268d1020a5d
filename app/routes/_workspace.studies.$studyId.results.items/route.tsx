import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Notice } from '../../components/notice.tsx';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { sortFields } from '../../http/sort-order.ts';
import { respond } from '../../http/to-response.server.ts';
import { getItems } from '../../services/results/get-items.server.ts';
import { itemColumns } from '../../services/results/item-figures.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { ItemAnswers, ItemStatistics } from './item-statistics.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const searchSchema = filterSchema.extend(sortFields(itemColumns));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const { sort, direction, ...filter } = searchOf(request, searchSchema);
  const page = await respond(() => getItems(member, reader, studyId, filter, { sort, direction }));
  return { title: pageTitle(reader, 'items', page.frame), ...page };
}

export default function ItemsPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <ResultsPage page="items" frame={page.frame} hasGroup>
      {page.warning === null ? null : <Notice tone="concern">{page.warning}</Notice>}
      <ChartList page="items" charts={page.charts} />
      {page.rows.length > 0 ? <ItemStatistics {...page} /> : null}
      {page.answerTables.map((table) => (
        <ItemAnswers key={table.id} table={table} page={page} />
      ))}
    </ResultsPage>
  );
}
