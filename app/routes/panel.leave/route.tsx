import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RadioRows } from '../../components/radio-rows.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelCookie } from '../../http/cookies.server.ts';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { leavePanel } from '../../services/taking-part/leave-panel.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ words: z.enum(['keep', 'withdraw']) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('leave.title'));
  return { frame: reader.frame, title };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return data({ isMissing: true }, { status: 400 });
  const { words } = submission.value;
  await respond(() => leavePanel(reader, { words }));
  const headers = { 'Set-Cookie': panelCookie.clear() };
  return redirect('/panel/link?left', { status: 303, headers });
}

export default function LeavePage() {
  const { frame } = useLoaderData<typeof loader>();
  const isMissing = useActionData<typeof action>()?.isMissing ?? false;
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation('common');
  const error = isMissing ? t('leave.missing') : undefined;
  return (
    <PanelShell frame={frame} current="me">
      <ErrorSummary
        title={common('errorSummary')}
        errors={error === undefined ? [] : [{ href: '#words', text: error }]}
      />
      <h1>{t('leave.title')}</h1>
      <p>{t('leave.noReason')}</p>
      <ul>
        <li>{t('leave.deleted')}</li>
        <li>{t('leave.questionnaires')}</li>
        <li>{t('leave.payments')}</li>
        <li>{t('leave.link')}</li>
      </ul>
      <form method="post">
        <TokenField />
        <RadioRows
          id="words"
          name="words"
          legend={t('leave.words')}
          options={[
            { value: 'keep', label: t('leave.keep'), hint: t('leave.keepHint') },
            { value: 'withdraw', label: t('leave.withdraw'), hint: t('leave.withdrawHint') },
          ]}
          error={error}
        />
        <div className="actions">
          <Button tone="danger">{t('leave.button')}</Button>
          <a href="/panel/me">{t('leave.stay')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
