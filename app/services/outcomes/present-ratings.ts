import type { RoundRatings } from '#db/queries/report-records.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { notRated, ratingItems, type RatingItem } from '../taking-part/rating-items.ts';
import { shownCounts } from './shown-counts.ts';

export type RatedItem = {
  item: RatingItem;
  /** 1 or 2, 3, 4 or 5 of 5; null: not shown. */
  low: number | null;
  middle: number | null;
  high: number | null;
};

export type RatedRound = {
  roundId: string;
  number: number;
  title: LocalText;
  /** Null: fewer than may be described. */
  people: number | null;
  items: RatedItem[];
};

function itemOf(item: RatingItem, codes: readonly number[], minimum: number): RatedItem {
  const count = (from: number, to: number) =>
    codes.filter((code) => code >= from && code <= to).length;
  const passed = codes.filter((code) => code === notRated).length;
  const counts = [count(1, 2), count(3, 3), count(4, 5), passed];
  // That all said the same would say of each of them what they said.
  const isUnanimous = counts.includes(codes.length);
  const [low = null, middle = null, high = null] = isUnanimous ? [] : shownCounts(counts, minimum);
  return { item, low, middle, high };
}

/** How a round was found, in people, so that nobody can be told apart by what they said of it. */
export function presentRatings(rounds: readonly RoundRatings[], minimum: number): RatedRound[] {
  return rounds.map(({ roundId, number, title, codes }) => {
    const isShown = codes.length >= minimum;
    return {
      ...{ roundId, number, title, people: isShown ? codes.length : null },
      items: isShown
        ? ratingItems.map((item, index) =>
            itemOf(
              item,
              codes.map((row) => row[index] ?? notRated),
              minimum,
            ),
          )
        : [],
    };
  });
}
