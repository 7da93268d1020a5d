import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { VersionPage } from '../../services/instruments/get-version.server.ts';

type Row = VersionPage['languages'][number];

function Provenance({ row }: { row: Row }) {
  const { t } = useTranslation('instruments');
  const { date } = useLocal();
  const standard = row.versions.find(({ register }) => register === 'standard');
  if (!standard) return <>{t('language.none')}</>;
  const { translatedBy, checkedBy } = standard;
  return (
    <>
      {t(`origin.${standard.origin}`)}
      {translatedBy ? (
        <div className="muted">{t('language.by', { name: translatedBy })}</div>
      ) : null}
      {checkedBy ? (
        <div className="muted">
          {t('language.checkedBy', { ...checkedBy, on: date(checkedBy.on) })}
        </div>
      ) : null}
    </>
  );
}

/** Where the words of each language come from: wording nobody has checked is marked. */
export function LanguageTable({ version, here }: { version: VersionPage; here: string }) {
  const { t } = useTranslation('instruments');
  const { nameOf, number } = useLocal();
  const rows = version.languages.filter(
    ({ versions }) => versions.length > 0 || version.mayEditWording,
  );
  return (
    <DataTable
      id="languages"
      caption={t('language.caption')}
      columns={[
        { key: 'language', label: t('language.language') },
        { key: 'provenance', label: t('language.provenance') },
        { key: 'easyRead', label: t('language.easyRead') },
        { key: 'status', label: t('language.status') },
        { key: 'findings', label: t('language.findings'), numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.language,
        cells: {
          language: version.mayEditWording ? (
            <Link to={`${here}/wording/${row.language}`}>
              {t('language.edit', { language: nameOf(row.language) })}
            </Link>
          ) : (
            nameOf(row.language)
          ),
          provenance: <Provenance row={row} />,
          easyRead: row.versions.some(({ register }) => register === 'easy-read')
            ? t('yes')
            : t('no'),
          status:
            row.versions.length === 0 ? (
              <Tag tone="neutral" text={t('language.missing', { count: row.missing })} />
            ) : row.isPilot ? (
              <Tag tone="unknown" text={t('language.pilot')} />
            ) : (
              <Tag tone="good" text={t('language.ready')} />
            ),
          findings: number(row.findings),
        },
      }))}
    />
  );
}
