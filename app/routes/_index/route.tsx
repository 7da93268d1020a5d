import type { LinksFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { SignInPage } from '../../components/sign-in-page.tsx';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export default function HomePage() {
  const { t } = useTranslation(['common', 'sign-in']);
  return (
    <SignInPage title={t('home.title')}>
      <p>{t('home.what')}</p>
      <h2>{t('home.answer')}</h2>
      <p>{t('home.answerHint')}</p>
      <LinkButton tone="primary" to="/s/resume">
        {t('home.resume')}
      </LinkButton>
      <h2>{t('signIn')}</h2>
      <p>{t('sign-in:staff')}</p>
      <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
    </SignInPage>
  );
}
