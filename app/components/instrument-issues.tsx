import { useTranslation } from 'react-i18next';
import type { InstrumentIssue } from '#surveys/model/instrument-issues.ts';
import { DataTable } from './data-table.tsx';

/** Every problem of a document, by its place, with a sentence. */
export function InstrumentIssues({ issues }: { issues: readonly InstrumentIssue[] }) {
  const { t } = useTranslation('instruments');
  return (
    <DataTable
      id="issues"
      caption={t('issues.caption', { count: issues.length })}
      columns={[
        { key: 'path', label: t('issues.place') },
        { key: 'problem', label: t('issues.problem') },
      ]}
      rows={issues.map(({ path, code, values }, index) => ({
        key: `${index} ${path} ${code}`,
        cells: {
          path: <code dir="ltr">{path === '' ? '/' : path}</code>,
          problem: t(`issue.${code}`, { ...values }),
        },
      }))}
    />
  );
}
