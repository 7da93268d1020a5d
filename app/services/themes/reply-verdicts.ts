import type { ReplyVerdict } from '#db/schema/theme-check.ts';

/** The answers a person can give to themes; pages read no tables. */
export const replyVerdictNames = [
  'yes',
  'missing',
  'not-meant',
] as const satisfies readonly ReplyVerdict[];
