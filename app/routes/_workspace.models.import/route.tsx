import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { RecordForm } from '../../components/models/record-form.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { uploadCard } from '../../services/register/cards/upload-card.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  file: z
    .instanceof(File, { error: 'card-missing' })
    .refine(({ name, size }) => name !== '' || size > 0, { error: 'card-missing', abort: true })
    .refine(({ size }) => size > 0, 'import-empty'),
});

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMemberWho(request, 'models.manage');
  const i18n = await translate(request);
  return { title: i18n.t('models:import.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'models.manage');
  const submission = parseWithZod(await readForm(request, 'file'), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { file } = submission.value;
  const content = await file.text();
  return submitForm(
    submission,
    () => uploadCard(member, { fileName: file.name, content }),
    ({ importId }) => `/models/import/${importId}`,
  );
}

export default function ImportCardPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation('models');
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('import.text')}
        breadcrumbs={[{ label: t('title'), href: '/models' }]}
        breadcrumbsLabel={t('breadcrumbs')}
      />
      <DoneNotice words={{ discarded: t('import.discarded') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <RecordForm
        id="card"
        encType="multipart/form-data"
        result={reply?.result ?? null}
        submit={t('import.submit')}
        fields={[
          {
            as: 'file',
            name: 'file',
            label: t('import.file'),
            hint: t('import.fileHint'),
            accept:
              '.xml,.md,.yaml,.yml,.json,application/xml,text/xml,text/markdown,text/yaml,application/json',
          },
        ]}
      />
    </>
  );
}
