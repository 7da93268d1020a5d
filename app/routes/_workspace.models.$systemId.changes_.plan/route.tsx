import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ChangesFormPage } from '../../components/models/changes-form-page.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { optionsOf } from '../../components/models/use-register-words.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { agreeChangePlan } from '../../services/register/agree-change-plan.server.ts';
import { planFields } from '../../services/register/change-schema.ts';
import { getChanges } from '../../services/register/get-changes.server.ts';
import { revisionField, systemParams } from '../../services/register/register-schema.ts';
import { changeKinds } from '../../services/register/register-words.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ ...planFields, ...revisionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const page = await respond(() => getChanges(member, parseParams(params, systemParams)));
  const i18n = await translate(request);
  const revision = page.plans[0]?.number ?? 0;
  return { title: i18n.t('models:change.agree'), frame: page.frame, day: page.day, revision };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  return submitForm(
    submission,
    () => agreeChangePlan(member, { systemId, ...submission.value }),
    `/models/${systemId}/changes?done=saved`,
  );
}

export default function ChangePlanPage() {
  const page = useLoaderData<typeof loader>();
  const { day, revision } = page;
  const { t } = useTranslation(['models', 'register']);
  const reply = useActionData<typeof action>();
  return (
    <ChangesFormPage page={page} text={t('models:change.planText')} reply={reply}>
      <RecordForm
        id="plan"
        values={{ agreedOn: day }}
        revision={revision}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('models:save')}
        fields={[
          {
            as: 'checkboxes',
            name: 'kinds',
            label: t('models:change.kinds'),
            options: optionsOf(changeKinds, (kind) => t(`register:change.${kind}`)),
          },
          {
            as: 'text',
            name: 'bounds',
            label: t('models:change.bounds'),
            hint: t('models:change.boundsHint'),
            dir: 'ltr',
          },
          { as: 'text', name: 'protocol', label: t('models:change.protocol') },
          { as: 'text', name: 'impact', label: t('models:change.impact') },
          { as: 'date', name: 'agreedOn', label: t('models:change.agreedOn') },
        ]}
      />
    </ChangesFormPage>
  );
}
