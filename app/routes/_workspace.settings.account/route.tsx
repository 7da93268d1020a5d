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
import { LinkButton } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { changeName, changePassword } from '../../services/sign-in/change-account.server.ts';
import { newPasswordSchema } from '../../services/sign-in/new-password-schema.ts';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('name'),
    name: z.string({ error: 'name-missing' }).trim().min(1, 'name-missing').max(100, 'name-long'),
  }),
  z.object({
    intent: z.literal('password'),
    current: z.string({ error: 'password-missing' }).max(200, 'password-wrong'),
    next: newPasswordSchema,
  }),
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireMember(request);
  const i18n = await translate(request);
  return { title: i18n.t('settings:account.title'), user };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user } = await requireMember(request);
  const submission = parseWithZod(await readForm(request), { schema });
  const hideFields = ['current', 'next'];
  if (submission.status !== 'success') {
    return data({ result: submission.reply({ hideFields }) }, { status: 400 });
  }
  const form = submission.value;
  switch (form.intent) {
    case 'name': {
      const headers = await changeName(request.headers, form.name);
      return redirect('/settings/account?done=name', { status: 303, headers });
    }
    case 'password': {
      const headers = await respond(() => changePassword(request.headers, user.id, form));
      if (headers) return redirect('/settings/account?done=password', { status: 303, headers });
      const reply = { fieldErrors: { current: ['password-wrong'] }, hideFields };
      return data({ result: submission.reply(reply) }, { status: 400 });
    }
  }
}

export default function AccountPage() {
  const { title, user } = useLoaderData<typeof loader>();
  const { t } = useTranslation('settings');
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.['intent'];
  return (
    <>
      <PageHeader title={title} subtitle={user.email} />
      {result ? null : (
        <DoneNotice
          words={{
            name: t('account.done.name'),
            password: t('account.done.password'),
            'second-factor-on': t('account.done.second-factor-on'),
            'second-factor-off': t('account.done.second-factor-off'),
          }}
        />
      )}
      <NameForm
        key={`${user.name} ${intent === 'name'}`}
        name={user.name}
        result={intent === 'name' ? result : undefined}
      />
      <PasswordForm
        key={intent === 'password' ? 'wrong' : 'new'}
        email={user.email}
        result={intent === 'password' ? result : undefined}
      />
      <section className="stack" aria-labelledby="second-factor">
        <h2 id="second-factor">{t('account.secondTitle')}</h2>
        <p>{t(user.twoFactorEnabled ? 'account.secondOn' : 'account.secondOff')}</p>
        <LinkButton to="/settings/account/second-factor">
          {t(user.twoFactorEnabled ? 'account.secondManage' : 'account.secondSetUp')}
        </LinkButton>
      </section>
    </>
  );
}
