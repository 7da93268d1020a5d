import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { SystemFormPage } from '../../components/models/system-form-page.tsx';
import { useVersionFields } from '../../components/models/use-version-fields.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { addVersion, versionRefusals } from '../../services/register/add-version.server.ts';
import { getVersions } from '../../services/register/get-versions.server.ts';
import { systemParams, versionFields } from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object(versionFields);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { frame } = await respond(() => getVersions(member, parseParams(params, systemParams)));
  const i18n = await translate(request);
  return { title: i18n.t('models:version.add'), frame };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId } = parseParams(params, systemParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { algorithm = null, learning = null, uncertainty = null, ...version } = submission.value;
  return submitForm(
    submission,
    () => addVersion(member, { systemId, ...version, algorithm, learning, uncertainty }),
    `/models/${systemId}/versions?done=saved`,
    versionRefusals,
  );
}

export default function NewVersionPage() {
  const { title, frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const fields = useVersionFields();
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('version.addText')}
      under={{ label: t('tab.versions'), path: '/versions' }}
      refusal={reply?.refusal}
    >
      <RecordForm
        id="version"
        result={reply?.result ?? null}
        submit={t('save')}
        fields={[{ as: 'line', name: 'version', label: t('version.name'), dir: 'ltr' }, ...fields]}
      />
    </SystemFormPage>
  );
}
