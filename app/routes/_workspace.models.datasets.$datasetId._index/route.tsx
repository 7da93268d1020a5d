import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { Definitions } from '../../components/definitions.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { resolveLanguage } from '../../i18n/language.server.ts';
import { datasetParams } from '../../services/register/dataset-schema.ts';
import { getDataset } from '../../services/register/get-dataset.server.ts';
import { demographicAspects } from '../../services/register/register-words.ts';
import { listCountries } from '../../services/sites/list-countries.ts';
import { Documentation } from './documentation.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDataset(member, parseParams(params, datasetParams)));
  const countries = listCountries(await resolveLanguage(request))
    .filter(({ code }) => page.dataset.countries.includes(code))
    .map(({ name }) => name);
  return { pageTitle: page.dataset.name, countries, ...page };
}

type Page = Awaited<ReturnType<typeof loader>>;

function useFacts({ dataset, countries }: Pick<Page, 'dataset' | 'countries'>) {
  const { t } = useTranslation(['models', 'register']);
  const { listOf, number } = useLocal();
  const { access, demographics, people } = dataset;
  const reported = demographicAspects.flatMap((aspect) => {
    const is = demographics[aspect];
    return is === undefined
      ? []
      : [`${t(`register:aspect.${aspect}`)}: ${t(`register:choice.yesNo.${is}`)}`];
  });
  const facts = [
    ...(
      [
        ...(['field', 'modality', 'size', 'annotations', 'source', 'url', 'licence'] as const),
        ...(['years', 'knownGaps', 'consentBasis'] as const),
      ] as const
    ).map((key) => [key, dataset[key]] as const),
    ['people', people === null ? '' : number(people)] as const,
    ['access', access === null ? '' : t(`register:access.${access}`)] as const,
    ['countries', listOf(countries)] as const,
    ['reported', listOf(reported)] as const,
  ];
  return facts.map(([key, value]) => ({
    term: t(`models:dataset.${key}`),
    value: value === '' ? t('models:notSaid') : value,
  }));
}

export default function DatasetPage() {
  const page = useLoaderData<typeof loader>();
  const { dataset, uses, mayManage } = page;
  const { t } = useTranslation(['models', 'register']);
  const { text, listOf } = useLocal();
  return (
    <>
      <PageHeader
        title={dataset.name}
        breadcrumbs={[{ label: t('models:dataset.title'), href: '/models/datasets' }]}
        breadcrumbsLabel={t('models:breadcrumbs')}
        action={
          mayManage ? (
            <LinkButton to={`/models/datasets/${dataset.id}/edit`}>{t('models:edit')}</LinkButton>
          ) : undefined
        }
      />
      <DoneNotice words={{ saved: t('models:done.saved') }} />
      <section className="card" aria-labelledby="uses">
        <h2 id="uses">{t('models:dataset.who')}</h2>
        {uses.length === 0 ? (
          <p className="muted">{t('models:dataset.nobody')}</p>
        ) : (
          <ul>
            {uses.map(({ id, name, roles }) => (
              <li key={id}>
                <Link to={`/models/${id}/datasets`}>
                  <bdi>{text(name)}</bdi>
                </Link>
                : {listOf(roles.map((role) => t(`register:datasetRole.${role}`)))}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card" aria-labelledby="facts">
        <h2 id="facts">{t('models:dataset.facts')}</h2>
        <Definitions items={useFacts(page)} />
      </section>
      <Documentation {...page} />
    </>
  );
}
