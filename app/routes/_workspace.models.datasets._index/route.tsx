import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button, LinkButton } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ModelsTabs } from '../../components/models/models-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { adoptCatalogue } from '../../services/register/adopt-catalogue.server.ts';
import { listDatasets } from '../../services/register/list-datasets.server.ts';
import { DatasetFilterForm } from './dataset-filter-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const words = z.string().trim().max(200).optional().catch(undefined);
const search = z.object({
  q: words,
  field: words.transform((field) => (field === '' ? undefined : field)),
  used: z.literal('yes').optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const filter = searchOf(request, search);
  const page = await respond(() => listDatasets(member, filter));
  const i18n = await translate(request);
  return { title: i18n.t('models:dataset.title'), filter, ...page };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'datasets.manage');
  await readForm(request);
  return submit(() => adoptCatalogue(member), '/models/datasets?done=adopted');
}

type Page = Awaited<ReturnType<typeof loader>>;

function DatasetTable({ datasets, total }: Pick<Page, 'datasets' | 'total'>) {
  const { t } = useTranslation('models');
  const { number } = useLocal();
  return (
    <DataTable
      id="datasets"
      caption={t('dataset.caption', {
        ...{ shown: number(datasets.length), total: number(total), count: total },
      })}
      columns={[
        { key: 'name', label: t('dataset.name') },
        { key: 'modality', label: t('dataset.modality') },
        { key: 'size', label: t('dataset.size') },
        { key: 'annotations', label: t('dataset.annotations') },
        { key: 'source', label: t('dataset.source') },
        { key: 'documented', label: t('documentation.short') },
        { key: 'systems', label: t('dataset.systems'), numeric: true },
      ]}
      rows={datasets.map((dataset) => ({
        key: dataset.id,
        cells: {
          name: (
            <Link to={`/models/datasets/${dataset.id}`}>
              <bdi>{dataset.name}</bdi>
            </Link>
          ),
          modality: <bdi>{dataset.modality}</bdi>,
          size: <bdi>{dataset.size}</bdi>,
          annotations: <span dir="auto">{dataset.annotations}</span>,
          source: <bdi>{dataset.source}</bdi>,
          documented: t('documentation.of', {
            ...{ said: number(dataset.summary.documented), total: number(dataset.summary.total) },
          }),
          systems: number(dataset.systems),
        },
      }))}
    />
  );
}

function AdoptForm() {
  const { t } = useTranslation('models');
  return (
    <Form method="post">
      <TokenField />
      <Button tone="secondary">{t('dataset.adopt')}</Button>
    </Form>
  );
}

export default function DatasetsPage() {
  const page = useLoaderData<typeof loader>();
  const { title, datasets, total, mayManage, isCatalogueThere } = page;
  const { t } = useTranslation('models');
  const actions = mayManage ? (
    <div className="button-row">
      <LinkButton to="/models/datasets/new" tone="primary">
        {t('dataset.add')}
      </LinkButton>
      {isCatalogueThere ? null : <AdoptForm />}
    </div>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('dataset.subtitle')}
        action={total > 0 ? actions : undefined}
      />
      <ModelsTabs current="datasets" />
      <DoneNotice words={{ adopted: t('dataset.adopted') }} />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {total === 0 ? (
        <EmptyState
          title={t('dataset.emptyTitle')}
          text={t('dataset.emptyText')}
          action={actions}
        />
      ) : (
        <>
          <DatasetFilterForm filter={page.filter} fields={page.fields} />
          {datasets.length === 0 ? (
            <p className="muted">{t('dataset.noneFit')}</p>
          ) : (
            <DatasetTable datasets={datasets} total={total} />
          )}
        </>
      )}
    </>
  );
}
