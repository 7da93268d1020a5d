import { expect, it } from 'vitest';
import { sortPeople, type PeopleColumn } from '#app/services/people/sort-people.ts';
import type { SortDirection } from '#app/http/sort-order.ts';
import type { MemberRole } from '#db/schema/membership.ts';

const person = (name: string, mailbox: string, role: MemberRole, twoFactorEnabled: boolean) => ({
  name,
  email: `${mailbox}@example.org`,
  role,
  twoFactorEnabled,
});
const people = [
  person('Öst', 'c', 'auditor', true),
  person('Zoe', 'b', 'administrator', false),
  person('Ana', 'a', 'auditor', false),
];
const roleNames: Partial<Record<MemberRole, string>> = { administrator: 'Verwaltung' };
const roleName = (role: MemberRole) => roleNames[role] ?? 'Revision';

function namesBy(sort: PeopleColumn | null, direction: SortDirection, language = 'de') {
  return sortPeople(people, { sort, direction }, { language, roleName }).map(({ name }) => name);
}

it('sorts names as the reader’s language does', () => {
  expect(namesBy(null, 'ascending')).toEqual(['Ana', 'Öst', 'Zoe']);
  expect(namesBy('name', 'descending')).toEqual(['Zoe', 'Öst', 'Ana']);
  expect(namesBy('name', 'ascending', 'sv')).toEqual(['Ana', 'Zoe', 'Öst']);
});

it('sorts by the words that are shown; who is alike stays in order of name', () => {
  expect(namesBy('role', 'ascending')).toEqual(['Ana', 'Öst', 'Zoe']);
  expect(namesBy('role', 'descending')).toEqual(['Zoe', 'Ana', 'Öst']);
  expect(namesBy('email', 'ascending')).toEqual(['Ana', 'Zoe', 'Öst']);
  expect(namesBy('secondFactor', 'descending')).toEqual(['Öst', 'Ana', 'Zoe']);
});
