import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Definitions } from '../../components/definitions.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { useConditionOwner } from '../../components/models/use-condition-fields.ts';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { meetingFields } from '../../services/register/decision-schema.ts';
import { getCondition } from '../../services/register/get-condition.server.ts';
import { meetCondition, meetingRefusals } from '../../services/register/meet-condition.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const conditionParams = z.object({ systemId: z.uuid(), conditionId: z.uuid() });
const schema = z.object({ ...meetingFields, deploymentId: z.uuid().optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const page = await respond(() => getCondition(member, parseParams(params, conditionParams)));
  const i18n = await translate(request);
  return { title: i18n.t('gates:condition.meetTitle'), ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.decide');
  const ids = parseParams(params, conditionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { deploymentId, ...met } = submission.value;
  const place = deploymentId === undefined ? '' : `/deployments/${deploymentId}`;
  return submitForm(
    submission,
    () => meetCondition(member, { ...ids, ...met }),
    `/models/${ids.systemId}${place}?done=met`,
    meetingRefusals,
  );
}

export default function ConditionPage() {
  const { title, frame, condition, deployment, day } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['gates', 'models']);
  const { date } = useLocal();
  const reply = useActionData<typeof action>();
  const ownerOf = useConditionOwner();
  const { text, dueOn, metOn } = condition;
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('gates:condition.meetText')}
      under={
        deployment === null
          ? undefined
          : {
              label: t('models:list.place', { site: deployment.site, unit: deployment.unit }),
              path: `/deployments/${deployment.id}`,
            }
      }
      refusal={reply?.refusal}
    >
      <section className="card stack">
        <Definitions
          items={[
            { term: t('gates:condition.text'), value: <span dir="auto">{text}</span> },
            { term: t('gates:condition.owner'), value: <bdi>{ownerOf(condition)}</bdi> },
            { term: t('gates:condition.due'), value: date(dueOn) },
          ]}
        />
        {metOn === null ? (
          <RecordForm
            id="meet"
            values={{ metOn: day }}
            hidden={deployment === null ? {} : { deploymentId: deployment.id }}
            result={reply?.result ?? null}
            submit={t('gates:condition.meet')}
            fields={[
              { as: 'date', name: 'metOn', label: t('gates:condition.metOnLabel') },
              {
                ...{ as: 'text', name: 'evidence', label: t('gates:condition.evidence') },
                hint: t('gates:condition.evidenceHint'),
              },
            ]}
          />
        ) : (
          <p>{t('gates:condition.metOn', { day: date(metOn) })}</p>
        )}
      </section>
    </SystemFormPage>
  );
}
