import { z } from 'zod';
import type { MemberRole } from '#db/schema/membership.ts';
import { sortFields, type SortOrder } from '../../http/sort-order.ts';

export const peopleColumns = ['name', 'email', 'role', 'secondFactor'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/** How the list stands in its address. */
export const peopleSearch = z.object(sortFields(peopleColumns));

type Person = { name: string; email: string; role: MemberRole; twoFactorEnabled: boolean };

type Words = { language: string; roleName: (role: MemberRole) => string };

/** As the reader's language sorts words; people who are alike in the column stay in order of name. */
export function sortPeople<P extends Person>(
  people: readonly P[],
  { sort, direction }: SortOrder<PeopleColumn>,
  { language, roleName }: Words,
): P[] {
  const { compare } = new Intl.Collator(language);
  const by: Record<PeopleColumn, (a: Person, b: Person) => number> = {
    name: (a, b) => compare(a.name, b.name),
    email: (a, b) => compare(a.email, b.email),
    role: (a, b) => compare(roleName(a.role), roleName(b.role)),
    secondFactor: (a, b) => Number(a.twoFactorEnabled) - Number(b.twoFactorEnabled),
  };
  const sign = direction === 'ascending' ? 1 : -1;
  return [...people].sort((a, b) => sign * by[sort ?? 'name'](a, b) || by.name(a, b));
}
