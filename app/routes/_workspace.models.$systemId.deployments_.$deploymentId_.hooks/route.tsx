import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CopyValue } from '../../components/copy-value.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { createHook, revokeHook } from '../../services/intake/create-hook.server.ts';
import { getHooks } from '../../services/intake/get-hooks.server.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { HookTable } from './hook-table.tsx';
import { MessageTable } from './message-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  modelName: z
    .string({ error: 'name-missing' })
    .trim()
    .min(1, 'name-missing')
    .max(200, 'text-long'),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getHooks(member, parseParams(params, deploymentParams)));
  return {
    pageTitle: await intakePageTitle(request, 'hooks', page.frame.name),
    address: `${env().publicUrl}/api/v1/hooks/mlflow`,
    ...page,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, deploymentParams);
  const form = await readForm(request);
  if (form.get('intent') === 'revoke') {
    const { data: hookId } = z.uuid().safeParse(form.get('hookId'));
    const own = `/models/${ids.systemId}/deployments/${ids.deploymentId}/hooks?done=revoked`;
    return submit(() => {
      if (hookId === undefined) throw new ServiceError('conflict', 'hook-gone');
      return revokeHook(member, { ...ids, hookId });
    }, own);
  }
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const made = await respond(() => createHook(member, { ...ids, ...submission.value }));
  // Not a redirect: the secret is shown this once.
  return { made, result: submission.reply({ resetForm: true }) };
}

export default function HooksPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const reply = useActionData<typeof action>();
  const made = reply && 'made' in reply ? reply.made : null;
  return (
    <>
      <IntakeHeader {...page} current="hooks" title={t('hooks.title')} subtitle={t('hooks.text')} />
      <DoneNotice words={{ revoked: t('hooks.revoked') }} />
      <RefusalSummary refusal={reply && 'refusal' in reply ? reply.refusal : undefined} />
      {made === null ? null : (
        <Notice tone="information">
          <CopyValue label={t('hooks.address')} value={`${page.address}?hook=${made.hookId}`} />
          <CopyValue label={t('hooks.secret')} value={made.secret} hint={t('hooks.secretText')} />
        </Notice>
      )}
      <section className="card stack" aria-labelledby="hooks-caption">
        <HookTable hooks={page.hooks} address={page.address} />
      </section>
      {page.messages.length === 0 ? null : (
        <section className="card stack" aria-labelledby="messages-caption">
          <MessageTable messages={page.messages} />
        </section>
      )}
      {page.isRetired ? null : (
        <section className="card" aria-labelledby="new-hook-title">
          <h2 id="new-hook-title">{t('hooks.new')}</h2>
          <RecordForm
            id="new-hook"
            result={reply && 'result' in reply ? reply.result : null}
            submit={t('tokens.submit')}
            fields={[
              {
                as: 'line',
                name: 'modelName',
                label: t('hooks.model'),
                hint: t('hooks.modelHint'),
                dir: 'ltr',
              },
            ]}
          />
        </section>
      )}
    </>
  );
}
