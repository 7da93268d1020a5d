import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ChangePage } from '../../services/results/get-change-page.server.ts';

/** Where the change is tested, and whether the waves measure the same. */
export function FurtherPages({ studyId, links }: Pick<ChangePage, 'links'> & { studyId: string }) {
  const { t } = useTranslation('results');
  const base = `/studies/${studyId}/results/analyses`;
  if (!links.analysis && !links.invariance) return null;
  return (
    <ul>
      {links.analysis ? (
        <li>
          <Link to={`${base}/change`}>{t('change.analysis')}</Link>
        </li>
      ) : null}
      {links.invariance ? (
        <li>
          <Link to={`${base}/invariance?by=wave`}>{t('change.invariance')}</Link>
        </li>
      ) : null}
    </ul>
  );
}
