import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { evidenceTones, useClauseWords } from '../../components/models/use-clause-words.ts';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { ClausesPage } from '../../services/register/clauses/get-clauses.server.ts';

interface ReuseTableProps {
  evidence: ClausesPage['evidence'];
  systemId: string;
  withheld: readonly string[];
}

/** The other way round: one piece of evidence, and all clauses that it serves. */
export function ReuseTable({ evidence, systemId, withheld }: ReuseTableProps) {
  const { t } = useTranslation('clauses');
  const { listOf } = useLocal();
  const words = useClauseWords();
  return (
    <DataTable
      id="reuse-table"
      caption={t('reuse.caption')}
      columns={[
        { key: 'evidence', label: t('column.evidence') },
        { key: 'state', label: t('column.state') },
        { key: 'serves', label: t('column.serves') },
      ]}
      rows={evidence.map(({ code, state, row, serves }) => {
        const path = words.path(systemId, row, withheld);
        const name = words.evidence(code);
        return {
          key: code,
          cells: {
            evidence: path === null ? name : <Link to={path}>{name}</Link>,
            state: <Tag tone={evidenceTones[state]} text={t(`state.${state}`)} />,
            serves: listOf(serves.map(({ label }) => label)),
          },
        };
      })}
    />
  );
}
