import {
  redirect,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { requireUser } from '../../http/session.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import { hasMembership } from '../../services/people/has-membership.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  if (await hasMembership(user.id)) throw redirect('/start');
  const i18n = await translate(request);
  return { title: i18n.t('sign-in:noMembership.title'), email: user.email };
}

export default function NoMembershipPage() {
  const { title, email } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'common']);
  return (
    <SignInPage title={title}>
      <p>{t('noMembership.lead', { email })}</p>
      <Form method="post" action="/sign-out">
        <TokenField />
        <Button tone="secondary">{t('common:signOut')}</Button>
      </Form>
    </SignInPage>
  );
}
