import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getGroups, type GroupsPage as Page } from '../../services/results/get-groups.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const page = await respond(() => getGroups(member, reader, studyId, filter));
  return { title: pageTitle(reader, 'groups', page.frame), ...page };
}

export default function GroupsPage() {
  const { frame, by, dimensions, charts, counts } = useLoaderData<typeof loader>();
  const dimension = dimensions.find(({ id }) => id === by)?.label ?? by;
  return (
    <ResultsPage page="groups" frame={frame} by={{ current: by, dimensions }}>
      {counts.length > 0 ? (
        <Counts counts={counts} dimension={dimension} wave={frame.wave?.name ?? ''} />
      ) : null}
      <ChartList page="groups" charts={charts} />
    </ResultsPage>
  );
}

type CountsProps = Pick<Page, 'counts'> & { dimension: string; wave: string };

function Counts({ counts, dimension, wave }: CountsProps) {
  const { t } = useTranslation('results');
  return (
    <section className="card" aria-labelledby="counts">
      <h2 id="counts">{t('groups.people', { dimension })}</h2>
      <DataTable
        id="counts-table"
        caption={t('groups.peopleCaption', { wave })}
        captionHidden
        columns={[
          { key: 'label', label: dimension },
          { key: 'count', label: t('groups.count'), numeric: true },
        ]}
        rows={counts.map((count) => ({ key: count.label, cells: count }))}
      />
    </section>
  );
}
