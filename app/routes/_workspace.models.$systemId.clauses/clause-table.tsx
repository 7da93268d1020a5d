import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { evidenceTones, useClauseWords } from '../../components/models/use-clause-words.ts';
import { Tag } from '../../components/tag.tsx';
import { evidenceRows } from '../../services/register/clauses/evidence-rows.ts';
import type { ClausesPage } from '../../services/register/clauses/get-clauses.server.ts';
import { ClauseDates } from './clause-dates.tsx';

type Item = ClausesPage['groups'][number]['items'][number];

interface ClauseTableProps {
  id: string;
  caption: string;
  items: readonly Item[];
  systemId: string;
  withheld: readonly string[];
  mayManage: boolean;
}

function EvidenceList({
  item,
  systemId,
  withheld,
}: Pick<ClauseTableProps, 'systemId' | 'withheld'> & { item: Item }) {
  const { t } = useTranslation('clauses');
  const words = useClauseWords();
  return (
    <ul className="compact-list evidence-list">
      {item.evidence.map(({ code, state }) => {
        const path = words.path(systemId, evidenceRows[code], withheld);
        const name = words.evidence(code);
        return (
          <li key={code}>
            {path === null ? name : <Link to={path}>{name}</Link>}{' '}
            <Tag tone={evidenceTones[state]} text={t(`state.${state}`)} />
          </li>
        );
      })}
    </ul>
  );
}

/** Clauses of one law or standard: what each asks, and which evidence is there. */
export function ClauseTable(props: ClauseTableProps) {
  const { id, caption, items, systemId, withheld, mayManage } = props;
  const { t } = useTranslation(['clauses', 'models']);
  const words = useClauseWords();
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'clause', label: t('clauses:column.clause') },
        { key: 'asks', label: t('clauses:column.asks') },
        { key: 'applies', label: t('clauses:column.applies') },
        { key: 'state', label: t('clauses:column.state') },
        { key: 'evidence', label: t('clauses:column.evidence') },
      ]}
      rows={items.map((item) => ({
        key: item.code,
        cells: {
          clause: (
            <a href={item.source} rel="noreferrer">
              <bdi dir="ltr">{item.label}</bdi>
            </a>
          ),
          asks: words.clause(item.code),
          applies: (
            <ClauseDates
              item={item}
              check={mayManage ? `/models/${systemId}/clauses/${item.code}` : null}
            />
          ),
          state: (
            <>
              <Tag tone={evidenceTones[item.state]} text={t(`clauses:state.${item.state}`)} />
              {item.because === null ? null : (
                <p className="hint">{t(`clauses:because.${item.because}`)}</p>
              )}
            </>
          ),
          evidence:
            item.because === 'role' || item.because === 'tier' ? null : (
              <EvidenceList {...{ item, systemId, withheld }} />
            ),
        },
      }))}
    />
  );
}
