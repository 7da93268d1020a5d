import { Form, Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { TokenField } from '../../components/token-field.tsx';

/** The invited address has an account already; it comes back here after signing in. */
export function SignInFirst({ email }: { email: string }) {
  const { t } = useTranslation(['sign-in', 'common']);
  const { pathname } = useLocation();
  return (
    <>
      <p>{t('sign-in:accept.signInFirst', { email })}</p>
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(pathname)}`}>{t('common:signIn')}</Link>
      </p>
    </>
  );
}

export function OtherPerson({ email, current }: { email: string; current: string }) {
  const { t } = useTranslation(['sign-in', 'common']);
  return (
    <>
      <p>{t('sign-in:accept.otherPerson', { email, current })}</p>
      <Form method="post" action="/sign-out">
        <TokenField />
        <Button tone="secondary">{t('common:signOut')}</Button>
      </Form>
    </>
  );
}
