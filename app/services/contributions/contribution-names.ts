import type { ContributionState, ModerationReason } from '#db/schema/contribution.ts';

/** As the tables have them; pages cannot read the tables' own lists. */
export const contributionStates = [
  'received',
  'redacted',
  'accepted',
  'rejected',
  'withdrawn',
] as const satisfies readonly ContributionState[];

export const moderationReasons = [
  'names-a-person',
  'insults',
  'advertises',
  'off-topic',
  'not-a-contribution',
  'unlawful',
] as const satisfies readonly ModerationReason[];
