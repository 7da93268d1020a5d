import type { DatabaseRole } from './roles.ts';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** Which rows a role may touch with a verb; for inserts and updates the new row must satisfy it too. */
export type Grant = { role: DatabaseRole; verbs: readonly Verb[]; rows: string };

export const organisation = 'organisation_id = attune.organisation()';
const anywhere = '(attune.organisation() is null or organisation_id = attune.organisation())';

export const read = ['select'] as const;
export const add = ['select', 'insert'] as const;
export const edit = ['select', 'insert', 'update'] as const;
export const all = ['select', 'insert', 'update', 'delete'] as const;

export const system = (verbs: readonly Verb[]): Grant => ({
  role: 'system',
  verbs,
  rows: anywhere,
});
