import type { ReasonCount } from '#db/queries/moderation.server.ts';
import type { ModerationReason } from '#db/schema/contribution.ts';
import { moderationReasons } from './contribution-names.ts';

export type PublishedReasons = {
  /** Null: it is about fewer people than may be described. */
  total: number | null;
  reasons: { reason: ModerationReason; n: number | null }[];
  minimum: number;
};

/**
 * Rejections by reason as they may be published. A number about fewer than `minimum` people is left out, and
 * so are further ones, the smallest first, until what is left out cannot be had from the total: it is of
 * more than one reason and of at least `minimum` people.
 */
export function publishableReasons(
  counts: readonly ReasonCount[],
  { people, minimum }: { people: number; minimum: number },
): PublishedReasons {
  const of = (reason: ModerationReason) =>
    counts.find((count) => count.reason === reason) ?? { reason, contributions: 0, people: 0 };
  const all = moderationReasons.map(of);
  const total = people >= minimum ? all.reduce((sum, one) => sum + one.contributions, 0) : null;
  const shown = all
    .filter((one) => total !== null && one.people >= minimum)
    .toSorted((a, b) => a.people - b.people);
  for (;;) {
    const hidden = all.filter((one) => !shown.includes(one) && one.people > 0);
    const hiddenPeople = hidden.reduce((sum, one) => sum + one.people, 0);
    const isSafe = hidden.length === 0 || (hidden.length > 1 && hiddenPeople >= minimum);
    if (isSafe || shown.length === 0) break;
    shown.shift();
  }
  return {
    total,
    minimum,
    reasons: all.map((one) => ({
      reason: one.reason,
      n: shown.includes(one) ? one.contributions : null,
    })),
  };
}
