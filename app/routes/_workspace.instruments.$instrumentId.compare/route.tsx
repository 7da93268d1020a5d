import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { compareVersions } from '../../services/instruments/compare-versions.server.ts';
import { ItemDifferences } from './item-differences.tsx';
import { OtherDifferences } from './other-differences.tsx';
import { ComparisonSummary } from './comparison-summary.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ instrumentId: z.uuid() });
const number = z.coerce.number().int().min(1).max(100_000);
const searchSchema = z.object({ before: number.catch(1), after: number.catch(1) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { instrumentId } = parseParams(params, paramsSchema);
  const { before, after } = searchOf(request, searchSchema);
  const compared = await respond(() => compareVersions(member, { instrumentId, before, after }));
  const i18n = await translate(request);
  const pageTitle = i18n.t('instruments:compare.title', { before, after });
  return { pageTitle, instrumentId, before, after, ...compared };
}

export default function CompareVersionsPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const options = page.numbers.map((version) => ({
    value: String(version),
    label: t('version.name', { number: version }),
  }));
  const { items, otherWording } = page.comparison;
  return (
    <>
      <PageHeader
        title={page.pageTitle}
        breadcrumbs={[
          { label: t('list.title'), href: '/instruments' },
          { label: text(page.title), href: `/instruments/${page.instrumentId}` },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <Form method="get" className="inline">
        <SelectField
          id="before"
          name="before"
          label={t('compare.before')}
          options={options}
          defaultValue={String(page.before)}
        />
        <SelectField
          id="after"
          name="after"
          label={t('compare.after')}
          options={options}
          defaultValue={String(page.after)}
        />
        <Button tone="secondary">{t('compare.submit')}</Button>
      </Form>
      <ComparisonSummary comparison={page.comparison} statement={page.statement} />
      {items.length > 0 ? <ItemDifferences items={items} /> : null}
      {otherWording.length > 0 ? <OtherDifferences differences={otherWording} /> : null}
    </>
  );
}
