import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ReportVersion } from '../../services/outcomes/get-reports.server.ts';

/** What was published, and what no longer holds and why. */
export function VersionTable(props: { home: string; versions: readonly ReportVersion[] }) {
  const { t } = useTranslation('outcomes');
  const { date } = useLocal();
  return (
    <DataTable
      id="versions-table"
      caption={t('report.versions')}
      captionHidden
      columns={[
        { key: 'form', label: t('report.form') },
        { key: 'published', label: t('report.published') },
        { key: 'state', label: t('report.state') },
      ]}
      rows={props.versions.map(({ number, kind, publishedOn, supersededOn, replacedBy }) => ({
        key: String(number),
        cells: {
          form: (
            <Link to={`${props.home}/versions/${number}`}>
              {t('report.versionOf', { number, form: t(`form.${kind}`) })}
            </Link>
          ),
          published: date(publishedOn),
          state:
            supersededOn === null
              ? replacedBy === null
                ? t('report.current')
                : t('report.replaced', { number: replacedBy })
              : t('report.superseded', { date: date(supersededOn) }),
        },
      }))}
    />
  );
}
