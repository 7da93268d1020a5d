import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { parseParams, searchOf } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  correctionRefusals,
  correctPeriod,
} from '../../services/register/correct-period.server.ts';
import { getDeployment } from '../../services/register/get-deployment.server.ts';
import { correctionFields, deploymentParams } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const search = z.object({ period: z.uuid().optional().catch(undefined) });
const schema = z.object({ ...correctionFields, periodId: z.uuid().optional() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getDeployment(member, parseParams(params, deploymentParams)));
  const asked = searchOf(request, search).period;
  const period = page.periods.find(({ id, supersededAt }) => id === asked && supersededAt === null);
  const i18n = await translate(request);
  const title = period ? i18n.t('models:period.correct') : i18n.t('models:period.addPast');
  return { title, period: period ?? null, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, deploymentParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { kind, periodId = null, reason, ...period } = submission.value;
  const right = kind === 'never' && periodId !== null ? null : period;
  return submitForm(
    submission,
    () => correctPeriod(member, { ...ids, periodId, right, reason }),
    `/models/${ids.systemId}/deployments/${ids.deploymentId}?done=saved`,
    correctionRefusals,
  );
}

export default function CorrectPeriodPage() {
  const { title, frame, deployment, versions, period } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const { id, site, unit } = deployment;
  const { versionId, validFrom, validTo } = period ?? {};
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('period.correctText')}
      under={{ label: t('list.place', { site, unit }), path: `/deployments/${id}` }}
      refusal={reply?.refusal}
    >
      <RecordForm
        id="correct"
        values={{ versionId, validFrom, validTo: validTo ?? '' }}
        hidden={period ? { periodId: period.id } : {}}
        result={reply?.result ?? null}
        submit={t('save')}
        fields={[
          ...(period
            ? [
                {
                  as: 'select' as const,
                  name: 'kind',
                  label: t('period.what'),
                  options: [
                    { value: 'right', label: t('period.right') },
                    { value: 'never', label: t('period.never') },
                  ],
                },
              ]
            : []),
          {
            as: 'select',
            name: 'versionId',
            label: t('deployment.version'),
            options: versions.map((each) => ({ value: each.id, label: each.version })),
          },
          { as: 'date', name: 'validFrom', label: t('period.from') },
          { as: 'date', name: 'validTo', label: t('period.to'), hint: t('period.toHint') },
          {
            as: 'text',
            name: 'reason',
            label: t('decision.reason'),
            hint: t('period.reasonHint'),
          },
        ]}
      />
    </SystemFormPage>
  );
}
