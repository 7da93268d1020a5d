import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { useConditionFields } from '../../components/models/use-condition-fields.ts';
import { useDecisionFields } from '../../components/models/use-decision-fields.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  addCondition,
  addedConditionRefusals,
} from '../../services/register/add-condition.server.ts';
import { addedConditionSchema } from '../../services/register/condition-schema.ts';
import { getDecision } from '../../services/register/get-decision.server.ts';
import { systemParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const search = z.object({ deployment: z.uuid().optional() });

/** The place it is about; without, the system as a whole: an address that names no place is not the whole. */
function placeOf(request: Request): string | null {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  return parseParams(given, search).deployment ?? null;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const { systemId } = parseParams(params, systemParams);
  const deploymentId = placeOf(request);
  const page = await respond(() => getDecision(member, { systemId, deploymentId }));
  const i18n = await translate(request);
  const { frame, deployment, stage, day, revision, members } = page;
  const title = i18n.t('gates:condition.addOne');
  return { title, frame, deployment, stage, day, revision, members, isRetired: page.isRetired };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const { systemId } = parseParams(params, systemParams);
  const deploymentId = placeOf(request);
  const submission = parseWithZod(await readForm(request), { schema: addedConditionSchema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const place = deploymentId === null ? '' : `/deployments/${deploymentId}`;
  return submitForm(
    submission,
    () => addCondition(member, { systemId, deploymentId, ...submission.value }),
    `/models/${systemId}${place}?done=condition`,
    addedConditionRefusals,
  );
}

export default function NewConditionPage() {
  const { title, frame, deployment, stage, day, revision, members, isRetired } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation(['gates', 'models', 'register']);
  const reply = useActionData<typeof action>();
  const condition = useConditionFields(members);
  const decided = useDecisionFields(true).filter(({ name }) => name !== 'stage');
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('gates:condition.addText', { stage: t(`register:stage.${stage}`) })}
      under={
        deployment === null
          ? undefined
          : {
              label: t('models:list.place', { site: deployment.site, unit: deployment.unit }),
              path: `/deployments/${deployment.id}`,
            }
      }
      refusal={reply?.refusal}
      isRetired={isRetired}
    >
      <section className="card">
        <RecordForm
          id="condition"
          revision={revision}
          refusal={reply?.refusal}
          values={{ decidedOn: day }}
          result={reply?.result ?? null}
          submit={t('gates:condition.addSubmit')}
          fields={[...condition, ...decided]}
        />
      </section>
    </SystemFormPage>
  );
}
