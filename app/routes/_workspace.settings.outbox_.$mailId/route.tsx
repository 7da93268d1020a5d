import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { readMail } from '../../services/mail/read-mail.server.ts';
import { removeMail } from '../../services/mail/remove-mail.server.ts';
import { retryMail } from '../../services/mail/retry-mail.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: mail }) => [{ title: mail?.subject }];

const paramsSchema = z.object({ mailId: z.uuid() });
const schema = z.object({ intent: z.enum(['remove', 'retry']) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  return respond(() => readMail(member, parseParams(params, paramsSchema)));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'outbox.manage');
  const address = parseParams(params, paramsSchema);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  switch (submission.value.intent) {
    case 'remove':
      return submit(() => removeMail(member, address), '/settings/outbox?done=removed');
    case 'retry':
      return submit(() => retryMail(member, address), '/settings/outbox?done=retried');
  }
}

export default function MailPage() {
  const mail = useLoaderData<typeof loader>();
  const { t } = useTranslation('mail');
  return (
    <>
      <PageHeader
        title={mail.subject}
        subtitle={t('outbox.to', { recipient: mail.recipient })}
        breadcrumbs={[{ label: t('outbox.title'), href: '/settings/outbox' }]}
        breadcrumbsLabel={t('outbox.breadcrumbs')}
      />
      <RefusalSummary refusal={useActionData<typeof action>()?.refusal} />
      {mail.body === '' ? (
        <Notice>{t('outbox.emptied')}</Notice>
      ) : (
        <>
          <Notice tone="concern">{t('outbox.secret')}</Notice>
          <pre className="mail-text" lang={mail.language} dir="auto">
            {mail.body}
          </pre>
        </>
      )}
      <div className="actions">
        {mail.state === 'failed' && mail.isMailSent ? (
          <Form method="post">
            <TokenField />
            <Button name="intent" value="retry">
              {t('outbox.retry')}
            </Button>
          </Form>
        ) : null}
        <Form method="post">
          <TokenField />
          <Button tone="secondary" name="intent" value="remove">
            {t('outbox.remove')}
          </Button>
        </Form>
      </div>
    </>
  );
}
