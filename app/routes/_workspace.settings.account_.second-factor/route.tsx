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
  startSecondFactor,
} from '../../services/sign-in/second-factor.server.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SetUp } from './set-up.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const password = z.string({ error: 'password-missing' }).max(200, 'password-wrong');
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), password }),
  z.object({ intent: z.literal('finish'), code: z.string({ error: 'code-missing' }).max(20) }),
  z.object({ intent: z.literal('end'), password }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireMember(request);
  const i18n = await translate(request);
  return { title: i18n.t('settings:secondFactor.title'), isOn: user.twoFactorEnabled };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireMember(request);
  const submission = parseWithZod(await readForm(request), { schema });
  const hideFields = ['password', 'code'];
  const refuse = (fieldErrors?: Record<string, string[]>) =>
    data(
      { result: submission.reply({ hideFields, ...(fieldErrors ? { fieldErrors } : {}) }) },
      { status: 400 },
    );
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
    case 'end': {
      const cookies = await respond(() => endSecondFactor(headers, user.id, form.password));
      if (!cookies) return refuse({ password: ['password-wrong'] });
      const done = '/settings/account?done=second-factor-off';
      return redirect(done, { status: 303, headers: cookies });
    }
  }
}

export default function SecondFactorSettingsPage() {
  const { title, isOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const answer = useActionData<typeof action>();
  const setUp = answer && 'setUp' in answer ? answer.setUp : undefined;
  const result = answer && 'result' in answer ? answer.result : undefined;
  const isFinishing = result?.initialValue?.['intent'] === 'finish';
  const breadcrumbs = [{ label: t('account.title'), href: '/settings/account' }];
  return (
    <>
      <PageHeader title={title} breadcrumbs={breadcrumbs} breadcrumbsLabel={t('title')} />
      {isOn ? <PasswordForm intent="end" result={result} /> : null}
      {!isOn && setUp ? <SetUp setUp={setUp} /> : null}
      {!isOn && (setUp !== undefined || isFinishing) ? <CodeForm result={result} /> : null}
      {!isOn && !setUp ? (
        <PasswordForm
          intent="start"
          result={isFinishing ? undefined : result}
          again={isFinishing}
        />
      ) : null}
    </>
  );
}
