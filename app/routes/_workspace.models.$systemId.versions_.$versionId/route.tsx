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
import { editVersion } from '../../services/register/edit-version.server.ts';
import { getVersion } from '../../services/register/get-version.server.ts';
import {
  revisionField,
  systemParams,
  versionFields,
} from '../../services/register/register-schema.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const pageParams = systemParams.extend({ versionId: z.uuid() });
const schema = z.object({ ...versionFields, ...revisionField }).omit({ version: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const page = await respond(() => getVersion(member, parseParams(params, pageParams)));
  const i18n = await translate(request);
  const title = i18n.t('models:version.edit', { version: page.version.version });
  return { title, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const ids = parseParams(params, pageParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const {
    revision,
    algorithm = null,
    learning = null,
    uncertainty = null,
    ...said
  } = submission.value;
  const values = { ...said, algorithm, learning, uncertainty };
  return submitForm(
    submission,
    () => editVersion(member, { ...ids, revision, values }),
    `/models/${ids.systemId}/versions?done=saved`,
  );
}

export default function EditVersionPage() {
  const { title, frame, version } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const fields = useVersionFields();
  return (
    <SystemFormPage
      frame={frame}
      title={title}
      text={t('version.editText')}
      under={{ label: t('tab.versions'), path: '/versions' }}
      refusal={reply?.refusal}
    >
      <RecordForm
        id="version"
        values={Object.fromEntries(
          fields.map(({ name }) => [name, version[name as keyof typeof version] ?? '']),
        )}
        revision={version.revision}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('save')}
        fields={fields}
      />
    </SystemFormPage>
  );
}
