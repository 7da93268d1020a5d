import { useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { InstrumentIssues } from '../../components/instrument-issues.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { authorise } from '../../permissions.ts';
import { importInstrumentFile } from '../../services/instruments/import-instrument.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z
  .object({ file: z.instanceof(File).optional(), json: z.string().optional() })
  .refine(({ file, json }) => (file?.size ?? 0) > 0 || json !== undefined, {
    path: ['file'],
    error: 'file-or-text-missing',
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  await respond(async () => {
    authorise(member, 'instruments.design');
    await Promise.resolve();
  });
  const i18n = await translate(request);
  return { title: i18n.t('instruments:import.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.design');
  const submission = parseWithZod(await readForm(request, 'file'), { schema });
  const refuse = (file: string[], issues?: Awaited<ReturnType<typeof importInstrumentFile>>) =>
    data(
      {
        result: submission.reply(file.length > 0 ? { fieldErrors: { file } } : {}),
        issues: issues && !issues.ok ? issues.issues : [],
      },
      { status: 400 },
    );
  if (submission.status !== 'success') return refuse([]);
  const { file, json } = submission.value;
  const text = file && file.size > 0 ? await file.text() : (json ?? '');
  const imported = await attempt(['instrument-exists'] as const, () =>
    importInstrumentFile(member, { json: text }),
  );
  if (!imported.ok) return refuse([imported.reason]);
  if (!imported.result.ok) return refuse(['import-refused'], imported.result);
  const { instrumentId, number } = imported.result.address;
  return redirect(`/instruments/${instrumentId}/versions/${number}?done=imported`, 303);
}

export default function ImportInstrumentPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['instruments', 'errors', 'common']);
  const reply = useActionData<typeof action>();
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'import',
    lastResult: reply?.result ?? null,
  });
  const say = (code: string) => t(`errors:${code as 'import-refused'}`);
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t('instruments:import.subtitle')}
        breadcrumbs={[{ label: t('instruments:list.title'), href: '/instruments' }]}
        breadcrumbsLabel={t('instruments:breadcrumbs')}
      />
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.file], say)} />
      {reply && reply.issues.length > 0 ? <InstrumentIssues issues={reply.issues} /> : null}
      <Form method="post" id={form.id} encType="multipart/form-data">
        <TokenField />
        <TextField
          id={fields.file.id}
          name={fields.file.name}
          type="file"
          accept="application/json,.json"
          label={t('instruments:import.file')}
          error={fieldProps(fields.file, say).error}
        />
        <TextareaField
          {...fieldProps(fields.json, say)}
          label={t('instruments:import.paste')}
          hint={t('instruments:import.pasteHint')}
          rows={14}
          dir="ltr"
          spellCheck={false}
        />
        <Button>{t('instruments:import.submit')}</Button>
      </Form>
    </>
  );
}
