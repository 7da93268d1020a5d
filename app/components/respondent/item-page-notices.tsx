import { useTranslation } from 'react-i18next';
import { CopyValue } from '../copy-value.tsx';
import { Notice } from '../notice.tsx';

/** Asked once: what was left open on this page. */
export function OpenNotice({ items }: { items: readonly { id: string; stem: string }[] }) {
  const { t } = useTranslation('respondent');
  if (items.length === 0) return null;
  return (
    <Notice tone="concern" title={t('page.openTitle', { count: items.length })} live>
      <p>{t('page.openText')}</p>
      <ul>
        {items.map(({ id, stem }) => (
          <li key={id}>
            <a href={`#${id}`}>{stem}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function LinkingNotice({ code }: { code: string }) {
  const { t } = useTranslation('respondent');
  return <CopyValue label={t('page.linkingTitle')} value={code} hint={t('page.linkingText')} />;
}

export function SavedNote({ code }: { code: string }) {
  const { t } = useTranslation('respondent');
  return (
    <p className="saved">
      {t('page.saved')}{' '}
      <strong translate="no" dir="ltr">
        {code}
      </strong>
    </p>
  );
}
