import type { Member } from '#db/actor.server.ts';
import { ServiceError } from '../../errors.ts';
import { listCitableMargins, type CitableMargin } from './list-citable-margins.server.ts';
import { usableMargins } from './usable-margins.ts';

/** The published result that somebody takes a margin from: one that stands, and that they may cite. */
export async function citedMargin(
  member: Member,
  reportId: string | null,
): Promise<CitableMargin | null> {
  if (reportId === null) return null;
  const margins = usableMargins(await listCitableMargins(member));
  const found = margins.find(({ subject }) => subject.id === reportId);
  if (!found) throw new ServiceError('invalid', 'audit-margin-gone');
  return found;
}
