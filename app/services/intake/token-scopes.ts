import type { TokenScope } from '#db/schema/monitoring-token.ts';

export type { TokenScope };

/** What a token may be given; the database holds the same words. */
export const tokenScopes = [
  'monitoring:write',
  'monitoring:read',
] as const satisfies readonly TokenScope[];

/** Key of the sentence that says what a scope allows: a colon would end a key. */
export const scopeWords = {
  'monitoring:write': 'write',
  'monitoring:read': 'read',
} as const satisfies Record<TokenScope, string>;
