import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { getUser } from '../../http/session.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { name: (await getUser(request))?.name ?? null };
}

export default function HomePage() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <SignInPage title={t('home.title')}>
      <p>{t('home.what')}</p>
      <h2>{t('home.answer')}</h2>
      <p>{t('home.answerHint')}</p>
      <LinkButton tone="primary" to="/s/resume">
        {t('home.resume')}
      </LinkButton>
      {name === null ? <ForStaff /> : <ForMember name={name} />}
    </SignInPage>
  );
}

function ForStaff() {
  const { t } = useTranslation(['common', 'sign-in']);
  return (
    <>
      <h2>{t('signIn')}</h2>
      <p>{t('sign-in:staff')}</p>
      <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
    </>
  );
}

function ForMember({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('home.workspace')}</h2>
      <p>{t('home.signedIn', { name })}</p>
      <LinkButton to="/start">{t('home.workspace')}</LinkButton>
    </>
  );
}
