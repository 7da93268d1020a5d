import { z } from 'zod';

export const sortDirections = ['ascending', 'descending'] as const;
export type SortDirection = (typeof sortDirections)[number];

/** Which column a table is sorted by; without one it keeps an order of its own. */
export type SortOrder<Column extends string> = { sort: Column | null; direction: SortDirection };

/** In the address: `sort=mean&direction=descending`. What cannot be read there sorts nothing. */
export function sortFields<const Column extends string>(columns: readonly Column[]) {
  return {
    sort: z.enum(columns).nullable().catch(null),
    direction: z.enum(sortDirections).catch('ascending'),
  };
}
