import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  changeVersion,
  versionChangeRefusals,
} from '../../services/register/change-version.server.ts';
import { getDeployment } from '../../services/register/get-deployment.server.ts';
import { deploymentParams, versionChangeFields } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(versionChangeFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getDeployment(member, parseParams(params, deploymentParams)));
  const i18n = await translate(request);
  return { title: i18n.t('models:period.change'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => changeVersion(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/deployments/${ids.deploymentId}?done=saved`,
    versionChangeRefusals,
  );
}

export default function ChangeVersionPage() {
  const { title, frame, deployment, versions, day, stageHere } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const { id, site, unit } = deployment;
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('period.changeText')}
      under={{ label: t('list.place', { site, unit }), path: `/deployments/${id}` }}
      refusal={reply?.refusal}
      isRetired={stageHere === 'retired'}
    >
      <RecordForm
        id="change"
        values={{ from: day }}
        result={reply?.result ?? null}
        submit={t('save')}
        fields={[
          {
            as: 'select',
            name: 'versionId',
            label: t('deployment.version'),
            options: [
              ...versions.map(({ id: value, version }) => ({ value, label: version })),
              { value: '', label: t('deployment.nothing') },
            ],
          },
          { as: 'date', name: 'from', label: t('period.from') },
          { as: 'text', name: 'reason', label: t('decision.reason') },
        ]}
      />
    </SystemFormPage>
  );
}
