import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getLanguages } from '../../services/studies/get-languages.server.ts';

type Languages = Awaited<ReturnType<typeof getLanguages>>['languages'];

export function LanguageTable({ languages }: { languages: Languages }) {
  const { t } = useTranslation(['studies', 'instruments']);
  const { nameOf, number, date } = useLocal();
  return (
    <DataTable
      id="languages"
      caption={t('studies:languages.caption')}
      captionHidden
      columns={[
        { key: 'language', label: t('instruments:language.language') },
        { key: 'origin', label: t('instruments:language.provenance') },
        { key: 'checked', label: t('studies:languages.checked') },
        { key: 'easyRead', label: t('instruments:language.easyRead') },
        { key: 'consent', label: t('studies:languages.consent') },
        { key: 'findings', label: t('instruments:language.findings'), numeric: true },
        { key: 'status', label: t('instruments:language.status') },
      ]}
      rows={languages.map((row) => ({
        key: row.language,
        cells: {
          language: nameOf(row.language),
          origin: row.origin
            ? t(`instruments:origin.${row.origin}`)
            : t('instruments:language.none'),
          checked: row.checkedBy
            ? t('instruments:language.checkedBy', {
                ...row.checkedBy,
                on: date(row.checkedBy.on),
              })
            : t('studies:none'),
          easyRead: row.hasEasyRead ? t('studies:yes') : t('studies:no'),
          consent: row.hasConsent ? t('studies:yes') : t('studies:languages.consentMissing'),
          findings: number(row.findings),
          status: row.isPilot ? (
            <Tag tone="unknown" text={t('instruments:language.pilot')} />
          ) : (
            <Tag tone="good" text={t('instruments:language.ready')} />
          ),
        },
      }))}
    />
  );
}
