import type { notSaid as stored } from '#db/schema/panel-member.ts';

/** The band of who prefers not to say, or did not answer. */
export const notSaid: typeof stored = 'not-said';
