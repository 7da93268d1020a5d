import type { WatchedRecord } from '#db/queries/watched-record.server.ts';
import { evaluateStamp } from './evaluate-stamp.ts';
import { readQuartiles } from './read-quartiles.ts';
import { totalOf } from './sum-shares.ts';

/** What records the rule reads. */
export const stampMetrics = [
  'accept-when-wrong',
  'planted-errors-passed',
  'override',
  'review-time',
] as const;

/** What was sent of people beside the system, and the least seconds of a review that the plan sets. */
export type ToldOfPeople = { history: readonly WatchedRecord[]; leastSeconds: number | null };

/** What the rule of the rubber stamp rests on, added up, and what it says. */
export function findStamp({ history, leastSeconds }: ToldOfPeople, today: string) {
  const total = (metric: string) => totalOf(history, metric, today);
  const [accepted, planted] = [total('accept-when-wrong'), total('planted-errors-passed')];
  const overrides = total('override');
  const review = readQuartiles(history, 'review-time')[0] ?? null;
  const stamp = evaluateStamp({ accepted, planted, overrides, review, leastSeconds });
  return { accepted, planted, overrides, review, stamp };
}
