import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { useDecisionFields } from '../../components/models/use-decision-fields.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  addDeployment,
  deploymentRefusals,
} from '../../services/register/add-deployment.server.ts';
import { listDeployments } from '../../services/register/list-deployments.server.ts';
import { deploymentFields, systemParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(deploymentFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const { systemId } = parseParams(params, systemParams);
  const page = await respond(() => listDeployments(member, { systemId }));
  const i18n = await translate(request);
  const { frame, sites, versions, on } = page;
  return { title: i18n.t('models:deployment.add'), frame, sites, versions, on };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => addDeployment(member, { systemId, ...submission.value }),
    ({ deploymentId }) => `/models/${systemId}/deployments/${deploymentId}?done=saved`,
    deploymentRefusals,
  );
}

export default function NewDeploymentPage() {
  const { title, frame, sites, versions, on } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const decision = useDecisionFields(true);
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('deployment.addText')}
      under={{ label: t('tab.deployments'), path: '/deployments' }}
      refusal={reply?.refusal}
      isRetired={frame.stage === 'retired'}
    >
      <RecordForm
        id="deployment"
        values={{ validFrom: on, decidedOn: on, stage: 'sandbox' }}
        result={reply?.result ?? null}
        submit={t('save')}
        fields={[
          {
            as: 'select',
            name: 'siteId',
            label: t('deployment.site'),
            options: sites.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            as: 'line',
            name: 'unit',
            label: t('deployment.unit'),
            hint: t('deployment.unitHint'),
          },
          {
            as: 'line',
            name: 'slug',
            label: t('system.slug'),
            hint: t('system.slugHint'),
            dir: 'ltr',
          },
          {
            as: 'select',
            name: 'versionId',
            label: t('deployment.version'),
            options: versions.map(({ id, version }) => ({ value: id, label: version })),
          },
          { as: 'date', name: 'validFrom', label: t('period.from') },
          ...decision,
        ]}
      />
    </SystemFormPage>
  );
}
