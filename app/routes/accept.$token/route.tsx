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
import { SignInPage } from '../../components/sign-in-page.tsx';
import { chooseOrganisation } from '../../http/organisation-cookie.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { getUser } from '../../http/session.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  acceptAsAccount,
  acceptAsNewcomer,
} from '../../services/people/accept-invitation.server.ts';
import { getOffer } from '../../services/people/get-offer.server.ts';
import { newPasswordSchema } from '../../services/sign-in/new-password-schema.ts';
import { signIn } from '../../services/sign-in/sign-in.server.ts';
import styles from '../../styles/respondent.css?url';
import { JoinForm } from './join-form.tsx';
import { NewcomerForm } from './newcomer-form.tsx';
import { OtherPerson, SignInFirst } from './sign-in-first.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('newcomer'),
    name: z.string({ error: 'name-missing' }).trim().min(1, 'name-missing').max(100, 'name-long'),
    password: newPasswordSchema,
  }),
  z.object({ intent: z.literal('join') }),
]);

/** Shows the offer. Only a POST uses the link up: mail scanners open links. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organisation, email, role, accountId } = await respond(() =>
    getOffer(params['token'] ?? ''),
  );
  const user = await getUser(request);
  const who =
    user !== null && user.id !== accountId
      ? 'other'
      : accountId === null
        ? 'newcomer'
        : user
          ? 'self'
          : 'signed-out';
  const i18n = await translate(request);
  const title = i18n.t('sign-in:accept.title', { organisation });
  return { title, organisation, email, role, who, current: user?.email ?? '' } as const;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply({ hideFields: ['password'] }) }, { status: 400 });
  }
  const form = submission.value;
  switch (form.intent) {
    case 'newcomer': {
      const { email } = await respond(() => acceptAsNewcomer(token, form));
      const signedIn = await signIn(request.headers, { email, password: form.password });
      if (signedIn.outcome === 'refused') return redirect('/sign-in', 303);
      return redirect('/start', { status: 303, headers: signedIn.cookies });
    }
    case 'join': {
      const user = await getUser(request);
      if (!user) return redirect(`/sign-in?to=${encodeURIComponent(`/accept/${token}`)}`, 303);
      const organisationId = await respond(() => acceptAsAccount(token, user));
      const headers = { 'Set-Cookie': await chooseOrganisation(organisationId) };
      return redirect('/start', { status: 303, headers });
    }
  }
}

export default function AcceptPage() {
  const { title, organisation, email, role, who, current } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'permissions']);
  const result = useActionData<typeof action>()?.result;
  return (
    <SignInPage title={title}>
      <p>{t('sign-in:accept.lead', { organisation, role: t(`permissions:role.${role}`) })}</p>
      {who === 'newcomer' ? <NewcomerForm email={email} result={result} /> : null}
      {who === 'self' ? <JoinForm email={email} /> : null}
      {who === 'signed-out' ? <SignInFirst email={email} /> : null}
      {who === 'other' ? <OtherPerson email={email} current={current} /> : null}
    </SignInPage>
  );
}
