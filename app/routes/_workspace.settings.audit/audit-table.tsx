import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { AuditEntry } from '../../services/audit/list-audit.server.ts';
import { useAuditWords } from './use-audit-words.ts';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('settings');
  const { locale } = useLocal();
  const words = useAuditWords();
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
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
      ]}
      rows={entries.map((entry) => ({
        key: String(entry.number),
        cells: {
          at: (
            <time dateTime={entry.at.toISOString()}>
              {time.format(entry.at)} <abbr title={t('audit.utc')}>UTC</abbr>
            </time>
          ),
          who: words.who(entry.actor, entry.actorName),
          what: <WhatHappened entry={entry} />,
        },
      }))}
    />
  );
}

function WhatHappened({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('settings');
  const words = useAuditWords();
  const reason = words.reason(entry);
  const number = useLocal().number(entry.number);
  return (
    <div className="audit-entry">
      <p>{words.sentence(entry)}</p>
      {reason === null ? null : <p className="hint">{reason}</p>}
      <details className="cell-details">
        <summary>
          {t('audit.detail')}
          <span className="visually-hidden">{` ${t('audit.ofEntry', { number })}`}</span>
        </summary>
        <dl className="audit-record">
          <dt>{t('audit.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('audit.exactly')}</dt>
          <dd>
            <code dir="ltr">{entry.at.toISOString()}</code>
          </dd>
          <dt>{t('audit.code')}</dt>
          <dd>
            <code dir="ltr">{entry.action}</code>
          </dd>
          <dt>{t('audit.about')}</dt>
          <dd>
            <code dir="ltr">{`${entry.subjectType} ${entry.subjectId}`}</code>
          </dd>
          {Object.keys(entry.detail).length > 0 ? (
            <>
              <dt>{t('audit.data')}</dt>
              <dd>
                <code dir="ltr">{JSON.stringify(entry.detail)}</code>
              </dd>
            </>
          ) : null}
        </dl>
      </details>
    </div>
  );
}
