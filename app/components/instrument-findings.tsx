import { useTranslation } from 'react-i18next';
import type { TranslationFinding } from '#surveys/quality/lint-translations.ts';
import { DataTable } from './data-table.tsx';
import { Notice } from './notice.tsx';
import { Tag } from './tag.tsx';
import { useLocal } from './use-local.ts';

/** What the machine noticed about wording: errors stop publishing, warnings ask for a look. */
export function InstrumentFindings({ findings }: { findings: readonly TranslationFinding[] }) {
  const { t } = useTranslation('instruments');
  const { nameOf } = useLocal();
  if (findings.length === 0) return <Notice tone="good">{t('finding.none')}</Notice>;
  return (
    <DataTable
      id="findings"
      caption={t('finding.caption', { count: findings.length })}
      columns={[
        { key: 'language', label: t('language.language') },
        { key: 'place', label: t('issues.place') },
        { key: 'severity', label: t('finding.severity') },
        { key: 'finding', label: t('finding.finding') },
      ]}
      rows={findings.map((finding, index) => ({
        key: `${index} ${finding.language} ${finding.path}`,
        cells: {
          language: nameOf(finding.language),
          place: <code dir="ltr">{finding.path}</code>,
          severity: (
            <Tag
              tone={finding.severity === 'error' ? 'alert' : 'concern'}
              text={t(`severity.${finding.severity}`)}
            />
          ),
          finding: t(`lint.${finding.code}`, { ...finding.values }),
        },
      }))}
    />
  );
}
