export const suppressionReasons = ['below-minimum', 'complementary', 'same-answer'] as const;

/**
 * below-minimum: fewer than the minimum cell size. complementary: large enough, but showing it
 * would give a hidden group away. same-answer: (nearly) all gave the same answer.
 */
export type SuppressionReason = (typeof suppressionReasons)[number];

/** What may be said about one group. Nothing about a suppressed one, its size included. */
export type GroupRelease =
  | { readonly shown: true; readonly n: number }
  | { readonly shown: false; readonly reason: SuppressionReason };
