import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { CodebookPage } from '../../services/themes/get-codebook-page.server.ts';

/** The codebook as it was in one version: what a report of that version was made with. */
export function CodebookAt({ at: { version, codes } }: { at: NonNullable<CodebookPage['at']> }) {
  const { t } = useTranslation('themes');
  const { number } = useLocal();
  const nameOf = new Map(codes.map(({ id, name }) => [id, name]));
  const stateOf = ({ mergedInto, retired, against }: (typeof codes)[number]) => {
    if (mergedInto !== null)
      return t('codebook.mergedInto', { name: nameOf.get(mergedInto) ?? '' });
    if (retired) return t('codebook.retired');
    return against ? t('theme.isAgainst') : '';
  };
  return (
    <DataTable
      id="codebook-at"
      caption={t('codebook.at', { n: number(version) })}
      columns={[
        { key: 'name', label: t('field.name') },
        { key: 'description', label: t('field.description') },
        { key: 'theme', label: t('field.theme') },
      ]}
      rows={codes.map((code) => ({
        key: code.id,
        cells: {
          name: code.name,
          description: [code.description, stateOf(code)]
            .filter((words) => words !== '')
            .join(' · '),
          theme: code.theme ?? t('theme.none'),
        },
      }))}
    />
  );
}
