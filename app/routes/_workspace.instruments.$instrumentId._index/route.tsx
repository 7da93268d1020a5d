import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { titleText } from '../../i18n/title-text.server.ts';
import { createVersion } from '../../services/instruments/create-version.server.ts';
import { getInstrument } from '../../services/instruments/get-instrument.server.ts';
import { attempt } from '../../http/attempt.server.ts';
import { data } from '@remix-run/node';
import { VersionTable } from './version-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const paramsSchema = z.object({ instrumentId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const instrument = await respond(() => getInstrument(member, parseParams(params, paramsSchema)));
  return { pageTitle: await titleText(request, instrument.title), ...instrument };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.design');
  await readForm(request);
  const address = parseParams(params, paramsSchema);
  const created = await attempt(['draft-exists'] as const, () => createVersion(member, address));
  if (!created.ok) return data({ refusal: { code: created.reason } }, { status: 409 });
  const { instrumentId, number } = created.result;
  return redirect(`/instruments/${instrumentId}/versions/${number}?done=created`, 303);
}

export default function InstrumentPage() {
  const { title, description, versions, instrumentId, mayCreateVersion } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('instruments');
  const { text } = useLocal();
  const newVersion = (
    <Form method="post">
      <TokenField />
      <Button>{t('instrument.newVersion')}</Button>
    </Form>
  );
  return (
    <>
      <PageHeader
        title={text(title)}
        subtitle={text(description)}
        breadcrumbs={[{ label: t('list.title'), href: '/instruments' }]}
        breadcrumbsLabel={t('breadcrumbs')}
        action={mayCreateVersion ? newVersion : undefined}
      />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      <p>
        <Link to={`/instruments/${instrumentId}/evidence`}>{t('instrument.evidence')}</Link>
      </p>
      <VersionTable instrumentId={instrumentId} versions={versions} />
    </>
  );
}
