import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getConsent } from '../../services/studies/get-consent.server.ts';

type Versions = Awaited<ReturnType<typeof getConsent>>['versions'];

export function ConsentVersions({ versions }: { versions: Versions }) {
  const { t } = useTranslation('studies');
  const { number, date } = useLocal();
  if (versions.length === 0) return null;
  return (
    <DataTable
      id="consent-versions"
      caption={t('consent.versions')}
      columns={[
        { key: 'number', label: t('consent.version') },
        { key: 'saved', label: t('consent.saved') },
        { key: 'languages', label: t('list.languages'), numeric: true },
        { key: 'hash', label: t('consent.hash') },
      ]}
      rows={versions.map((version) => ({
        key: String(version.number),
        cells: {
          number: number(version.number),
          saved: date(version.createdAt),
          languages: number(version.languages),
          hash: <code dir="ltr">{version.contentHash}</code>,
        },
      }))}
    />
  );
}
