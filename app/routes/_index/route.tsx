import type { LinksFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];

export default function HomePage() {
  const { t } = useTranslation();
  return (
    <main id="main">
      <h1>{t('home.title')}</h1>
      <p>{t('home.what')}</p>
      <p>
        <a href="/sign-in">{t('signIn')}</a>
      </p>
      <p>
        <a href="/s/resume">{t('home.resume')}</a>
      </p>
    </main>
  );
}
