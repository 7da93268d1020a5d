import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ReportPage } from '../../services/themes/get-report-page.server.ts';

/** Whether anybody can read the report that stands, and where. */
export function WhereItStands({ page }: { page: ReportPage }) {
  const { t } = useTranslation('themes');
  const standing = page.versions.find(({ supersededOn }) => supersededOn === null);
  if (!standing) return null;
  const { frame, isPublic } = page;
  return isPublic ? (
    <p>
      {t('report.isPublic')}{' '}
      <Link to={`/outcomes/${frame.slug}/themes/${standing.id}`} reloadDocument>
        {t('report.openPublic')}
      </Link>
    </p>
  ) : (
    <p>
      {t('report.notPublic')} <Link to={`/panels/${frame.id}`}>{t('report.openPanel')}</Link>
    </p>
  );
}
