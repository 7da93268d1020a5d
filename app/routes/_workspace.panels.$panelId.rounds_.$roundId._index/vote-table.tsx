import { useTranslation } from 'react-i18next';
import type { LocalText } from '#surveys/model/languages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import { voteAnswers, type StatementVotes } from '../../services/panels/present-votes.ts';

interface VoteTableProps {
  statements: readonly { id: string; text: LocalText }[];
  /** Null while people can still change their votes. */
  votes: readonly StatementVotes[] | null;
  minimum: number;
}

/** What people think of each statement: counts of people, never of a few. */
export function VoteTable({ statements, votes, minimum }: VoteTableProps) {
  const { t } = useTranslation('panels');
  const { text, number } = useLocal();
  const shown = (n: number | null | undefined) => (n == null ? t('votes.hidden') : number(n));
  return (
    <section className="stack" aria-labelledby="votes-title">
      <h3 id="votes-title">{t('votes.title')}</h3>
      {votes === null ? (
        <p className="muted">{t('votes.later')}</p>
      ) : (
        <>
          <p className="muted">{t('votes.text', { minimum: number(minimum) })}</p>
          <DataTable
            id="votes"
            caption={t('votes.title')}
            captionHidden
            stacks
            columns={[
              { key: 'statement', label: t('statement.text') },
              { key: 'people', label: t('votes.people'), numeric: true },
              ...voteAnswers.map((answer) => ({
                key: answer,
                label: t(`votes.answer.${answer}`),
                numeric: true,
              })),
            ]}
            rows={statements.map(({ id, text: words }) => {
              const own = votes.find(({ statementId }) => statementId === id);
              return {
                key: id,
                cells: {
                  statement: <bdi>{text(words)}</bdi>,
                  people: shown(own?.people),
                  ...Object.fromEntries(
                    voteAnswers.map((answer) => [answer, shown(own?.counts[answer])]),
                  ),
                },
              };
            })}
          />
        </>
      )}
    </section>
  );
}
