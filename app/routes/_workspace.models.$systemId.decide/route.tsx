import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DecisionForms } from '../../components/models/decision-forms.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { decideStage, stageRefusals } from '../../services/register/decide-stage.server.ts';
import { decisionSchema } from '../../services/register/decision-schema.ts';
import { getDecision } from '../../services/register/get-decision.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const { systemId } = parseParams(params, systemParams);
  const page = await respond(() => getDecision(member, { systemId, deploymentId: null }));
  const i18n = await translate(request);
  return { title: i18n.t('models:decision.ofSystem'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema: decisionSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => decideStage(member, { systemId, deploymentId: null, ...submission.value }),
    `/models/${systemId}?done=decided`,
    stageRefusals,
  );
}

export default function DecideSystemPage() {
  const page = useLoaderData<typeof loader>();
  const { title, frame } = page;
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('decision.text')}
      refusal={reply?.refusal}
      isRetired={page.isRetired}
    >
      <DecisionForms {...{ page, reply }} consequence={t('decision.retireSystemText')} />
    </SystemFormPage>
  );
}
