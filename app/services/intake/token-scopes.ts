import type { TokenScope } from '#db/schema/monitoring-token.ts';

export type { TokenScope };

/** What a token may be given; the database holds the same words. */
export const tokenScopes = [
  'monitoring:write',
  'monitoring:read',
] as const satisfies readonly TokenScope[];
