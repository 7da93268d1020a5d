/** In the order of their codes: −1, −2, −3, −4, −5. */
export const missingReasons = [
  'not-shown',
  'skipped',
  'prefer-not-to-say',
  'not-applicable',
  'dont-know',
] as const;

export type MissingReason = (typeof missingReasons)[number];
export type MissingCounts = Readonly<Record<MissingReason, number>>;
