import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { VerdictTag } from '../../components/outcomes/verdict-tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { Outcome } from '../../services/outcomes/present-suggestions.ts';

interface SuggestionTableProps {
  id: string;
  home: string;
  outcomes: readonly Outcome[];
}

/** Open ones say for how long; decided ones what was decided and how much has changed. */
export function SuggestionTable({ id, home, outcomes }: SuggestionTableProps) {
  const { t } = useTranslation('outcomes');
  const { text, date, number } = useLocal();
  const isOpen = outcomes.some(({ openDays }) => openDays !== null);
  return (
    <DataTable
      id={id}
      caption={t(isOpen ? 'decisions.openTitle' : 'decisions.decidedTitle')}
      captionHidden
      columns={[
        { key: 'text', label: t('column.suggestion') },
        { key: 'raised', label: t('column.raised') },
        ...(isOpen
          ? [{ key: 'age', label: t('column.days'), numeric: true }]
          : [
              { key: 'verdict', label: t('column.verdict') },
              { key: 'changes', label: t('column.changes'), numeric: true },
            ]),
      ]}
      rows={outcomes.map((outcome) => {
        const last = outcome.decisions.at(-1);
        return {
          key: outcome.id,
          cells: {
            text: (
              <>
                <Link to={`${home}/${outcome.id}`}>
                  <bdi>{text(outcome.text)}</bdi>
                </Link>
                {outcome.isWithoutWords ? (
                  <p className="muted">{t('suggestion.withoutWords')}</p>
                ) : null}
              </>
            ),
            raised: date(outcome.raisedOn),
            age: outcome.openDays === null ? '' : number(outcome.openDays),
            verdict: last ? <VerdictTag verdict={last.verdict} /> : '',
            changes: number(outcome.changes.length),
          },
        };
      })}
    />
  );
}
