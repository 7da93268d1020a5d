import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { ChartList } from '../../components/results/chart-list.tsx';
import { ResultsPage } from '../../components/results/results-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { getGroups, type GroupsPage as Page } from '../../services/results/get-groups.server.ts';
import { lockComparison, openComparison } from '../../services/results/open-comparison.server.ts';
import { pageTitle } from '../../services/results/page-title.ts';
import { filterSchema } from '../../services/results/page-params.ts';
import { getReader } from '../../services/results/reader.server.ts';
import { studyParams } from '../../services/studies/study-params.ts';
import { ComparisonNotice } from './comparison-notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const dimension = z.string().max(100);
const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('open'),
    dimension,
    reason: z
      .string({ error: 'reason-required' })
      .trim()
      .min(10, 'reason-required')
      .max(500, 'reason-required'),
  }),
  z.object({ intent: z.literal('lock'), dimension }),
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { studyId } = parseParams(params, studyParams);
  const reader = await getReader(request);
  const filter = searchOf(request, filterSchema);
  const page = await respond(() => getGroups(member, reader, studyId, filter));
  return { title: pageTitle(reader, 'groups', page.frame), ...page };
}

/** Opens what is locked, for a reason, or locks it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'comparisons.open');
  const { studyId } = parseParams(params, studyParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const form = submission.value;
  switch (form.intent) {
    case 'open':
      await respond(() => openComparison(member, { studyId, ...form }));
      break;
    case 'lock':
      await respond(() => lockComparison(member, { studyId, ...form }));
      break;
  }
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, 303);
}

export default function GroupsPage() {
  const { frame, by, dimensions, charts, counts, comparison } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const dimension = dimensions.find(({ id }) => id === by)?.label ?? by;
  return (
    <ResultsPage page="groups" frame={frame} by={{ current: by, dimensions }}>
      {counts.length > 0 ? (
        <Counts counts={counts} dimension={dimension} wave={frame.wave?.name ?? ''} />
      ) : null}
      {comparison ? (
        <ComparisonNotice comparison={comparison} frame={frame} by={by} result={result} />
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
