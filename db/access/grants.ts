import type { DatabaseRole } from './roles.ts';

export type Verb = 'select' | 'insert' | 'update' | 'delete';

/** Which rows a role may touch with a verb; for inserts and updates the new row must satisfy it too. */
export type Grant = { role: DatabaseRole; verbs: readonly Verb[]; rows: string };

export const organisation = 'organisation_id = attune.organisation()';
const anywhere = '(attune.organisation() is null or organisation_id = attune.organisation())';

/**
 * A row that belongs to something at a site: the parents that the actor sees are looked up once for a
 * query. A function that reads a table would be called for each row, at a hundred times the row's price.
 */
export const ofSeen = (column: string, parent: string, key = 'id') =>
  `${organisation} and ((select attune.sees_all_sites()) or ${column} in (
    select p.${key} from ${parent} p where p.organisation_id = attune.organisation()))`;

export const read = ['select'] as const;
export const add = ['select', 'insert'] as const;
export const edit = ['select', 'insert', 'update'] as const;
export const all = ['select', 'insert', 'update', 'delete'] as const;

export const system = (verbs: readonly Verb[]): Grant => ({
  role: 'system',
  verbs,
  rows: anywhere,
});
