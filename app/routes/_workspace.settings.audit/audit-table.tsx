import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';

type Entry = {
  number: number;
  at: Date;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: Record<string, unknown>;
};

export function AuditTable({ entries }: { entries: readonly Entry[] }) {
  const { t, i18n } = useTranslation('settings');
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return (
    <DataTable
      id="audit"
      caption={t('audit.caption')}
      captionHidden
      columns={[
        { key: 'at', label: t('audit.at') },
        { key: 'who', label: t('audit.who') },
        { key: 'what', label: t('audit.what') },
        { key: 'subject', label: t('audit.subject') },
        { key: 'number', label: t('audit.number'), numeric: true },
        { key: 'detail', label: t('audit.detail') },
      ]}
      rows={entries.map((entry) => ({
        key: String(entry.number),
        cells: {
          number: entry.number,
          at: (
            <time dateTime={entry.at.toISOString()}>
              {time.format(entry.at)} <abbr title="Coordinated Universal Time">UTC</abbr>
            </time>
          ),
          who: entry.actorName,
          what: <code dir="ltr">{entry.action}</code>,
          subject: (
            <code dir="ltr" title={entry.subjectId}>
              {entry.subjectType} {entry.subjectId.slice(0, 8)}
            </code>
          ),
          detail: <Detail detail={entry.detail} />,
        },
      }))}
    />
  );
}

function Detail({ detail }: { detail: Record<string, unknown> }) {
  const { t } = useTranslation('settings');
  if (Object.keys(detail).length === 0) return null;
  return (
    <details className="cell-details">
      <summary>{t('audit.detail')}</summary>
      <code className="code-block" dir="ltr">
        {JSON.stringify(detail)}
      </code>
    </details>
  );
}
