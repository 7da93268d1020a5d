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
import { exportInstrument } from '#surveys/interchange/json/export-instrument.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { InstrumentIssues } from '../../components/instrument-issues.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { VersionHeader } from '../../components/version-header.tsx';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { getDraft } from '../../services/instruments/get-draft.server.ts';
import { saveDraft } from '../../services/instruments/save-draft.server.ts';
import { versionParams } from '../../services/instruments/version-params.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  baseHash: z.string().length(64),
  json: z.string({ error: 'file-or-text-missing' }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const address = parseParams(params, versionParams);
  const { document, contentHash } = await respond(() => getDraft(member, address));
  const i18n = await translate(request);
  const title = i18n.t('instruments:edit.title');
  return {
    title,
    address,
    instrument: document.title,
    baseHash: contentHash,
    json: exportInstrument(document),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'instruments.design');
  const address = parseParams(params, versionParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply(), issues: [] }, { status: 400 });
  }
  const saved = await attempt(['draft-changed', 'version-published'] as const, () =>
    saveDraft(member, { ...address, ...submission.value }),
  );
  if (saved.ok && saved.result.ok) {
    const { instrumentId, number } = address;
    return redirect(`/instruments/${instrumentId}/versions/${number}?done=saved`, 303);
  }
  const problem = saved.ok ? 'import-refused' : saved.reason;
  const issues = saved.ok && !saved.result.ok ? saved.result.issues : [];
  const result = submission.reply({ fieldErrors: { json: [problem] } });
  return data({ result, issues }, { status: saved.ok ? 400 : 409 });
}

export default function EditDraftPage() {
  const { title, address, instrument, baseHash, json } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['instruments', 'errors', 'common']);
  const reply = useActionData<typeof action>();
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'draft',
    lastResult: reply?.result ?? null,
    defaultValue: { baseHash, json },
  });
  const say = (code: string) => t(`errors:${code as 'import-refused'}`, { number: address.number });
  return (
    <>
      <VersionHeader
        title={title}
        address={address}
        instrument={instrument}
        subtitle={t('instruments:edit.subtitle')}
      />
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.json], say)} />
      {reply && reply.issues.length > 0 ? <InstrumentIssues issues={reply.issues} /> : null}
      <Form method="post" id={form.id} className="wide">
        <TokenField />
        <input type="hidden" name={fields.baseHash.name} value={fields.baseHash.initialValue} />
        <TextareaField
          {...fieldProps(fields.json, say)}
          label={t('instruments:edit.document')}
          rows={32}
          dir="ltr"
          spellCheck={false}
        />
        <Button>{t('instruments:edit.submit')}</Button>
      </Form>
    </>
  );
}
