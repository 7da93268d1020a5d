import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.tsx';
import { CopyValue } from '../../components/copy-value.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';

/** Without a mail server the administrator passes the link on; afterwards nobody can read it again. */
export function InvitationReady({ email, link }: { email: string; link: string | null }) {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('people.sentTitle')} />
      <Notice tone="good" live>
        {t(link === null ? 'people.mailed' : 'people.passOn', { email })}
      </Notice>
      {link === null ? null : <CopyValue label={t('people.linkLabel')} value={link} />}
      <p>
        <LinkButton to="/settings/people">{t('people.backToPeople')}</LinkButton>
      </p>
    </>
  );
}
