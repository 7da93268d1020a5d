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
import { sectionNames } from '../../services/register/description-fields.ts';
import { sectionForm } from '../../services/register/description-schema.ts';
import { describeSystem } from '../../services/register/describe-system.server.ts';
import { getSection } from '../../services/register/get-section.server.ts';
import { identityFields, revisionField } from '../../services/register/register-schema.ts';
import { formValues } from './form-values.ts';
import { useSectionFields } from './use-section-fields.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const paramsSchema = z.object({
  systemId: z.uuid(),
  section: z.enum(['identity', ...sectionNames]),
});
const identitySchema = z.object({ ...identityFields, ...revisionField });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId, section } = parseParams(params, paramsSchema);
  const page = await respond(() => getSection(member, { systemId, section }));
  const i18n = await translate(request);
  const title =
    section === 'identity' ? i18n.t('models:identity') : i18n.t(`register:section.${section}`);
  return { title, section, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const { systemId, section } = parseParams(params, paramsSchema);
  const form = await readForm(request);
  const to = `/models/${systemId}?done=saved`;
  if (section === 'identity') {
    const submission = parseWithZod(form, { schema: identitySchema });
    if (submission.status !== 'success') return replyInvalid(submission);
    const { revision, ...identity } = submission.value;
    const change = { of: section, ...identity };
    return submitForm(submission, () => describeSystem(member, { systemId, revision, change }), to);
  }
  const submission = parseWithZod(form, { schema: sectionForm(section) });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { revision, ...said } = submission.value;
  const change = { of: section, ...said };
  return submitForm(submission, () => describeSystem(member, { systemId, revision, change }), to);
}

export default function DescribePage() {
  const { title, section, frame, summary, values, visibility, waves } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  const fields = useSectionFields(section, waves);
  const known =
    section === 'identity'
      ? { name: frame.name, summary, category: frame.category }
      : { ...formValues(values), visibility };
  return (
    <SystemFormPage frame={frame} title={title} text={t('describe.text')} refusal={reply?.refusal}>
      <RecordForm
        id="describe"
        fields={fields}
        values={known}
        revision={frame.revision}
        result={reply?.result ?? null}
        refusal={reply?.refusal}
        submit={t('save')}
      />
    </SystemFormPage>
  );
}
