import type { TellingCounts } from '#db/queries/telling.server.ts';

/** Messages, or only that they went to few people, or to all but few. */
export type ToldMessages = { told: number; of: number } | 'few' | 'all-but-few';

export type ToldInTime =
  | {
      shown: true;
      minimum: number;
      /** Null: no message had to arrive yet. */
      due: ToldMessages | null;
      /** Neither read nor sent, with time left. */
      pending: number | 'few';
    }
  | { shown: false; reason: 'none' | 'below-minimum' };

const isFew = (people: number, minimum: number) => people > 0 && people < minimum;

/** What may be said of how many were told in time: no number that is about few people, nor what is left of it. */
export function publishedTold(counts: TellingCounts, minimum: number): ToldInTime {
  if (counts.people === 0) return { shown: false, reason: 'none' };
  if (counts.people < minimum) return { shown: false, reason: 'below-minimum' };
  const exact = { told: counts.inTime, of: counts.due };
  const due = isFew(counts.peopleInTime, minimum)
    ? 'few'
    : isFew(counts.peopleLate, minimum)
      ? 'all-but-few'
      : exact;
  return {
    shown: true,
    minimum,
    due: counts.due === 0 ? null : due,
    pending: isFew(counts.peoplePending, minimum) ? 'few' : counts.pending,
  };
}
