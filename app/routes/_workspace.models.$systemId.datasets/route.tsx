import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DoneNotice } from '../../components/done-notice.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemHeader } from '../../components/models/system-header.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { systemPageTitle } from '../../i18n/system-title.server.ts';
import { datasetUseFields } from '../../services/register/dataset-schema.ts';
import { getDatasetUses } from '../../services/register/get-dataset-uses.server.ts';
import { datasetUseRefusals, linkDataset } from '../../services/register/link-dataset.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';
import { datasetRoles } from '../../services/register/register-words.ts';
import { unlinkDataset } from '../../services/register/unlink-dataset.server.ts';
import { UseTable } from './use-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const linkSchema = z.object(datasetUseFields);
const unlinkSchema = z.object({ useId: z.uuid() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getDatasetUses(member, parseParams(params, systemParams)));
  return { pageTitle: await systemPageTitle(request, 'datasets', page.frame.name), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const form = await readForm(request);
  const home = `/models/${systemId}/datasets?done=saved`;
  if (form.has('useId')) {
    const submission = parseWithZod(form, { schema: unlinkSchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    const { useId } = submission.value;
    return submitForm(submission, () => unlinkDataset(member, { systemId, useId }), home);
  }
  const submission = parseWithZod(form, { schema: linkSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const link = () => linkDataset(member, { systemId, ...submission.value });
  return submitForm(submission, link, home, datasetUseRefusals);
}

export default function SystemDatasetsPage() {
  const { frame, uses, datasets, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  const named = datasets.map(({ id, name, field }) => ({
    value: id,
    label: field === '' ? name : `${name} (${field})`,
  }));
  return (
    <>
      <SystemHeader frame={frame} />
      <DoneNotice words={{ saved: t('models:done.saved') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <UseTable uses={uses} mayManage={frame.may.manage} />
      {frame.may.manage ? (
        <section className="card" aria-labelledby="link">
          <h2 id="link">{t('models:use.add')}</h2>
          <RecordForm
            id="use"
            result={reply?.result ?? null}
            submit={t('models:save')}
            fields={[
              { as: 'select', name: 'datasetId', label: t('models:use.dataset'), options: named },
              {
                as: 'select',
                name: 'role',
                label: t('models:use.role'),
                options: optionsOf(datasetRoles, (role) => t(`register:datasetRole.${role}`)),
              },
              {
                as: 'select',
                name: 'versionId',
                label: t('models:deployment.version'),
                options: [
                  { value: '', label: t('models:use.everyVersion') },
                  ...versions.map(({ id, version }) => ({ value: id, label: version })),
                ],
              },
              { as: 'text', name: 'note', label: t('models:use.note') },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}
