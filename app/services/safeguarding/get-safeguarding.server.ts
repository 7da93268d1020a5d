import type { Member } from '#db/actor.server.ts';
import {
  countConcerns,
  listConcerns,
  type ConcernCounts,
} from '#db/queries/safeguarding.server.ts';
import { listUsers } from '#db/queries/user.server.ts';
import { getDatabase, withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { panelSites, readPanel } from '../panels/read-panel.server.ts';

export type ReleasedConcerns = {
  /** Null: they are about fewer people than may be described. */
  figures: Pick<ConcernCounts, 'concerns' | 'waiting' | 'longestHours' | 'medianHours'> | null;
  /** Whether somebody waits longer than was promised: always said, for somebody must act on it. */
  isOverdue: boolean;
};

function released(counts: ConcernCounts, minimum: number): ReleasedConcerns {
  const { concerns, waiting, longestHours, medianHours, people, overdue } = counts;
  const figures = people >= minimum ? { concerns, waiting, longestHours, medianHours } : null;
  return { figures, isOverdue: overdue > 0 };
}

/**
 * Concerns for somebody's safety: for the person they are routed to, the list; for others who look after the
 * panel, counts alone, and how long it took until somebody looked.
 */
export async function getSafeguarding(member: Member, { panelId }: { panelId: string }) {
  const { organisationId } = member;
  const ofPanel = { organisationId, panelId };
  // Any role may be named; whoever is not must be allowed to read the panel.
  const page = await readPanel(member, { panelId, permission: 'sites.read' }, async (tx, panel) => {
    const isNamed = panel.safeguardingUserId === member.userId;
    if (!isNamed) authorise(member, 'panels.read', panelSites(panel));
    return {
      isNamed,
      namedId: panel.safeguardingUserId,
      withinHours: panel.safeguardingWithinHours,
      minimum: panel.minimumGroup,
      concerns: isNamed ? await listConcerns(tx, ofPanel) : [],
    };
  });
  const { withinHours, minimum, namedId, concerns, ...shown } = page;
  const counts = await withActor({ kind: 'system', organisationId }, (tx) =>
    countConcerns(tx, { ...ofPanel, withinHours }),
  );
  const [named] = await listUsers(getDatabase(), { ids: namedId === null ? [] : [namedId] });
  return {
    ...shown,
    withinHours,
    minimum,
    namedPerson: named?.name ?? null,
    released: released(counts, minimum),
    // The list says that there is one, of whom and since when; the words are on its own page.
    concerns: concerns.map(({ id, source, raisedAt, seenAt, closedAt, memberNumber }) => ({
      ...{ id, source, raisedAt, seenAt, closedAt, memberNumber },
    })),
  };
}
