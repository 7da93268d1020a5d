import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DecisionForms } from '../../components/models/decision-forms.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { decideStage, stageRefusals } from '../../services/register/decide-stage.server.ts';
import { getDeployment } from '../../services/register/get-deployment.server.ts';
import {
  datedDecisionFields,
  deploymentParams,
  revisionField,
} from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ ...datedDecisionFields, ...revisionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const page = await respond(() => getDeployment(member, parseParams(params, deploymentParams)));
  const i18n = await translate(request);
  const { frame, deployment, stage, events, day } = page;
  const revision = events[0]?.number ?? 0;
  return { title: i18n.t('models:decision.title'), frame, deployment, stage, revision, day };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => decideStage(member, { ...ids, ...submission.value }),
    `/models/${ids.systemId}/deployments/${ids.deploymentId}?done=decided`,
    stageRefusals,
  );
}

export default function DecideDeploymentPage() {
  const { title, frame, deployment, stage, revision, day } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const { id, site, unit } = deployment;
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('decision.text')}
      under={{ label: t('list.place', { site, unit }), path: `/deployments/${id}` }}
      refusal={reply?.refusal}
    >
      <DecisionForms
        {...{ stage: stage, day, revision, reply }}
        consequence={t('decision.retireText')}
      />
    </SystemFormPage>
  );
}
