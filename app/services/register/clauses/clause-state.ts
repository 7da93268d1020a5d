import type { Sections } from '../description-schema.ts';
import { textOf } from '../read-field.ts';
import type { Clause, ClauseDate } from './clause-schema.ts';
import type { EvidenceState } from './evaluate-evidence.ts';

/** Why a clause does not ask anything of this system. */
export type NotAsked = 'role' | 'tier' | 'evidence';
export type ClauseState = { state: EvidenceState; because: NotAsked | null };

/** What the register says of role and tier; what nobody said, or the reader may not read, rules nothing out. */
export function standingOf(sections: Sections) {
  const role = textOf(sections, 'regulatory', 'aiActRole');
  const tier = textOf(sections, 'regulatory', 'aiActTier');
  return { role, tier };
}

/**
 * Of a clause: there, when all its evidence is; missing, when none is; partly in between. Evidence that does not apply
 * counts neither way. What is withheld from the reader withholds the clause, unless the rest makes it partly there
 * either way. Clauses for other roles or tiers than the system's ask nothing of it.
 */
export function clauseState(
  clause: Pick<Clause, 'roles' | 'tiers'>,
  evidence: readonly EvidenceState[],
  { role, tier }: { role: string; tier: string },
): ClauseState {
  const isOfRole =
    clause.roles.length === 0 ||
    ['', 'both'].includes(role) ||
    clause.roles.includes(role as never);
  if (!isOfRole) return { state: 'not-applicable', because: 'role' };
  const isOfTier = clause.tiers.length === 0 || tier === '' || clause.tiers.includes(tier as never);
  if (!isOfTier) return { state: 'not-applicable', because: 'tier' };
  const counted = evidence.filter((state) => state !== 'not-applicable');
  if (counted.length === 0) return { state: 'not-applicable', because: 'evidence' };
  const [first = 'withheld', ...others] = counted.filter((state) => state !== 'withheld');
  if (others.some((state) => state !== first)) return { state: 'partly', because: null };
  const isWithheld = first !== 'partly' && counted.includes('withheld');
  return { state: isWithheld ? 'withheld' : first, because: null };
}

type Groups = readonly ClauseDate['group'][];

/** Which rows of dates are about a system: products under their own laws have other days than uses of other kinds. */
function groupsOf(dates: NonNullable<Clause['dates']>, route: string): Groups {
  if (dates !== 'high-risk') return [dates];
  if (route === 'device') return ['high-risk-products'];
  if (route === 'not-a-device') return ['high-risk-uses'];
  return ['high-risk-uses', 'high-risk-products'];
}

/** From when a clause applies, as rows that are valid on a day say; several where nobody said which route it is. */
export function datesOf(
  { dates }: Pick<Clause, 'dates'>,
  rows: readonly ClauseDate[],
  { route, day }: { route: string; day: string },
): ClauseDate[] {
  if (dates === null) return [];
  const groups = groupsOf(dates, route);
  return rows.filter(
    ({ group, validFrom, validTo }) =>
      groups.includes(group) && validFrom <= day && (validTo === null || day < validTo),
  );
}
