import { useTranslation } from 'react-i18next';
import type { RatedRound } from '../../services/outcomes/present-ratings.ts';
import { DataTable } from '../data-table.tsx';
import { useLocal } from '../use-local.ts';

interface RatingTablesProps {
  rounds: readonly RatedRound[];
  minimum: number;
}

/** How people found each round, beside what came of it: counts of people, and only of enough of them. */
export function RatingTables({ rounds, minimum }: RatingTablesProps) {
  const { t } = useTranslation('outcomes');
  const { text, number } = useLocal();
  const shown = (n: number | null) => (n === null ? t('rating.hidden') : number(n));
  return (
    <section className="stack" aria-labelledby="ratings">
      <h2 id="ratings">{t('rating.title')}</h2>
      <p className="muted">{t('rating.text', { minimum: number(minimum) })}</p>
      {rounds.length === 0 ? <p>{t('rating.none')}</p> : null}
      {rounds.map((round) =>
        round.people === null ? (
          <p key={round.roundId}>{t('rating.few', { round: text(round.title) })}</p>
        ) : (
          <DataTable
            key={round.roundId}
            id={`ratings-${round.number}`}
            caption={t('rating.caption', { round: text(round.title), n: number(round.people) })}
            stacks
            columns={[
              { key: 'item', label: t('rating.item') },
              { key: 'low', label: t('rating.low'), numeric: true },
              { key: 'middle', label: t('rating.middle'), numeric: true },
              { key: 'high', label: t('rating.high'), numeric: true },
            ]}
            rows={round.items.map(({ item, low, middle, high }) => ({
              key: item,
              cells: {
                item: t(`rating.of.${item}`),
                low: shown(low),
                middle: shown(middle),
                high: shown(high),
              },
            }))}
          />
        ),
      )}
    </section>
  );
}
