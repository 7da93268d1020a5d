import type { SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PageHeader } from '../../components/page-header.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  endSecondFactor,
  finishSecondFactor,
  renewBackupCodes,
  reopenSetUp,
  startSecondFactor,
} from '../../services/sign-in/second-factor.server.ts';
import { BackupCodes } from './backup-codes.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SetUp } from './set-up.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const password = z.string({ error: 'password-missing' }).max(200, 'password-wrong');
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), password }),
  z.object({
    intent: z.literal('finish'),
    code: z.string({ error: 'code-missing' }).max(20, 'code-refused'),
  }),
  z.object({ intent: z.literal('renew'), password }),
  z.object({ intent: z.literal('end'), password }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireMember(request);
  const i18n = await translate(request);
  return { title: i18n.t('settings:secondFactor.title'), isOn: user.twoFactorEnabled };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireMember(request);
  const sent = await readForm(request);
  const submission = parseWithZod(sent, { schema });
  const hideFields = ['password', 'code'];
  const refuse = async (fieldErrors?: Record<string, string[]>) => {
    const sealed = sent.get('setUp');
    const setUp = typeof sealed === 'string' ? await reopenSetUp(user.id, sealed) : null;
    const result = submission.reply({ hideFields, ...(fieldErrors ? { fieldErrors } : {}) });
    return data({ result, ...(setUp ? { setUp } : {}) }, { status: 400 });
  };
  if (submission.status !== 'success') return refuse();
  const form = submission.value;
  const { headers } = request;
  switch (form.intent) {
    case 'start': {
      const setUp = await respond(() => startSecondFactor(headers, user.id, form.password));
      return setUp ? data({ setUp }) : refuse({ password: ['password-wrong'] });
    }
    case 'finish': {
      const cookies = await respond(() => finishSecondFactor(headers, user.id, form.code));
      if (!cookies) return refuse({ code: ['code-refused'] });
      const done = '/settings/account?done=second-factor-on';
      return redirect(done, { status: 303, headers: cookies });
    }
    case 'renew': {
      const codes = await respond(() => renewBackupCodes(headers, user.id, form.password));
      return codes ? data({ codes }) : refuse({ password: ['password-wrong'] });
    }
    case 'end': {
      const cookies = await respond(() => endSecondFactor(headers, user.id, form.password));
      if (!cookies) return refuse({ password: ['password-wrong'] });
      const done = '/settings/account?done=second-factor-off';
      return redirect(done, { status: 303, headers: cookies });
    }
  }
}

function WhenOn(props: { result: SubmissionResult | undefined; hasNewCodes: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <>
      {props.hasNewCodes ? null : (
        <section className="stack" aria-labelledby="renew">
          <h2 id="renew">{t('secondFactor.renewTitle')}</h2>
          <PasswordForm intent="renew" result={props.result} />
        </section>
      )}
      <section className="stack" aria-labelledby="off">
        <h2 id="off">{t('secondFactor.offTitle')}</h2>
        <PasswordForm intent="end" result={props.result} />
      </section>
    </>
  );
}

export default function SecondFactorSettingsPage() {
  const { title, isOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const answer = useActionData<typeof action>();
  const setUp = answer && 'setUp' in answer ? answer.setUp : undefined;
  const codes = answer && 'codes' in answer ? answer.codes : undefined;
  const result = answer && 'result' in answer ? answer.result : undefined;
  const isFinishing = result?.initialValue?.['intent'] === 'finish';
  const breadcrumbs = [{ label: t('account.title'), href: '/settings/account' }];
  return (
    <>
      <PageHeader title={title} breadcrumbs={breadcrumbs} breadcrumbsLabel={t('title')} />
      {codes ? <BackupCodes codes={codes} /> : null}
      {isOn ? <WhenOn result={result} hasNewCodes={codes !== undefined} /> : null}
      {!isOn && setUp ? <SetUp setUp={setUp} /> : null}
      {!isOn && setUp ? <CodeForm sealed={setUp.sealed} result={result} /> : null}
      {!isOn && !setUp ? <PasswordForm intent="start" result={result} again={isFinishing} /> : null}
    </>
  );
}
