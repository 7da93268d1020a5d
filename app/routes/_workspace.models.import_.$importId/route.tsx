import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { applyCard, cardRefusals } from '../../services/register/cards/apply-card.server.ts';
import { discardCard } from '../../services/register/cards/discard-card.server.ts';
import { getCardImport } from '../../services/register/cards/get-card-import.server.ts';
import {
  decisionFields,
  identityFields,
  slugField,
  versionFields,
} from '../../services/register/register-schema.ts';
import { ApplyForms } from './apply-forms.tsx';
import { ReportTable } from './report-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({ importId: z.uuid() });
const { version } = versionFields;
const existingSchema = z.object({ systemId: z.uuid('choice-missing'), version });
const newSchema = z.object({ ...identityFields, ...decisionFields, slug: slugField, version });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const page = await respond(() => getCardImport(member, parseParams(params, paramsSchema)));
  const i18n = await translate(request);
  return { title: i18n.t('models:import.report'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { importId } = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const home = ({ systemId }: { systemId: string }) => `/models/${systemId}?done=saved`;
  if (form.get('intent') === 'discard') {
    return submit(() => discardCard(member, { importId }), '/models/import?done=discarded');
  }
  if (form.has('systemId')) {
    const submission = parseWithZod(form, { schema: existingSchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    const { systemId, version: name } = submission.value;
    const apply = () => applyCard(member, { importId, version: name, into: { systemId } });
    return submitForm(submission, apply, home, cardRefusals);
  }
  const submission = parseWithZod(form, { schema: newSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { version: name, ...into } = submission.value;
  const apply = () => applyCard(member, { importId, version: name, into });
  return submitForm(submission, apply, home, cardRefusals);
}

export default function CardReportPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const result = reply && 'result' in reply ? reply.result : null;
  return (
    <>
      <PageHeader
        title={page.title}
        subtitle={page.fileName}
        breadcrumbs={[
          { label: t('title'), href: '/models' },
          { label: t('import.title'), href: '/models/import' },
        ]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <RefusalSummary refusal={reply?.refusal} />
      {page.systemId === null ? null : (
        <Notice tone="information">
          <p>
            <Link to={`/models/${page.systemId}`}>{t('import.applied')}</Link>
          </p>
        </Notice>
      )}
      <ReportTable report={page.report} />
      {page.systemId === null ? (
        <>
          <ApplyForms page={page} result={result} />
          <ConfirmDetails summary={t('import.discard')} consequence={t('import.discardText')}>
            <Form method="post">
              <TokenField />
              <Button tone="danger" name="intent" value="discard">
                {t('import.discard')}
              </Button>
            </Form>
          </ConfirmDetails>
        </>
      ) : null}
    </>
  );
}
