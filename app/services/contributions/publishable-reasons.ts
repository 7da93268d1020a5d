import type { Rejections } from '#db/queries/moderation.server.ts';
import type { ModerationReason } from '#db/schema/contribution.ts';
import { moderationReasons } from './contribution-names.ts';

export type PublishedReasons = {
  /** Null: it is about fewer people than may be described. */
  total: number | null;
  reasons: { reason: ModerationReason; n: number | null }[];
  minimum: number;
};

/** Somebody with two contributions is one person. */
const peopleOf = (rejections: readonly Rejections[]) =>
  new Set(rejections.map(({ memberId }) => memberId)).size;

const sumOf = (rejections: readonly Rejections[]) =>
  rejections.reduce((sum, { contributions }) => sum + contributions, 0);

/**
 * Rejections by reason as they may be published. A number about fewer than `minimum` people is left out, and
 * so are further ones, the smallest first, until what is left out cannot be had from the total: it is of
 * more than one reason and of at least `minimum` people.
 */
export function publishableReasons(
  rejections: readonly Rejections[],
  minimum: number,
): PublishedReasons {
  const all = moderationReasons.map((reason) => {
    const own = rejections.filter((one) => one.reason === reason);
    return { reason, own, people: peopleOf(own) };
  });
  const total = peopleOf(rejections) >= minimum ? sumOf(rejections) : null;
  const shown = all
    .filter((one) => total !== null && one.people >= minimum)
    .toSorted((a, b) => a.people - b.people);
  while (shown.length > 0) {
    const hidden = all.filter((one) => !shown.includes(one) && one.people > 0);
    const hiddenPeople = peopleOf(hidden.flatMap(({ own }) => own));
    if (hidden.length === 0 || (hidden.length > 1 && hiddenPeople >= minimum)) break;
    shown.shift();
  }
  return {
    total,
    minimum,
    reasons: all.map((one) => ({
      reason: one.reason,
      n: shown.includes(one) ? sumOf(one.own) : null,
    })),
  };
}
