import type { Member } from '#db/actor.server.ts';
import { awaitedOf } from './awaited-of.ts';
import { transferDuties } from './compare-transfers.ts';
import type { Sections } from './description-schema.ts';
import { contradictionsOf, stageHere } from './fitting-stages.ts';
import { missingDuties, unlookedOf, type Duty } from './missing-duties.ts';
import type { DutyRows } from './read-duty-rows.server.ts';
import { shownSections } from './shown-sections.ts';
import { stageOf } from './stages.ts';

/**
 * What is missing of a system, as far as this reader may know it, and of how many sections nothing is said since
 * they may not read them: one list for the overview, for the list of systems and for who decides.
 */
export function dutiesOf(
  member: Pick<Member, 'role' | 'siteIds'>,
  { id: systemId, sections }: { id: string; sections: Sections },
  rows: DutyRows,
): { duties: Duty[]; unlooked: number } {
  const { events, running, stamped, today } = rows;
  const places = rows.deployments.filter((place) => place.systemId === systemId);
  const { withheld } = shownSections(member, sections);
  const { actions, ...awaited } = awaitedOf(rows, { systemId, places });
  const placeOf = (deploymentId: string) => {
    const { site = '', unit = '' } = places.find(({ id }) => id === deploymentId) ?? {};
    return { site, unit };
  };
  const found = contradictionsOf(events, { systemId, places }, running);
  const standing = places.filter((place) => stageHere(events, place) !== 'retired');
  const duties = missingDuties({
    ...{ today, sections, withheld, ...awaited },
    people: rows.people.filter((person) => person.systemId === systemId),
    stages: [stageOf(events, systemId, null), ...places.map((place) => stageHere(events, place))],
    transfers: transferDuties(rows.notices.filter((notice) => notice.systemId === systemId)),
    contradictions: found.map(({ code, deploymentId }) => ({
      ...{ code, on: null, place: placeOf(deploymentId), path: `/deployments/${deploymentId}` },
    })),
    ofPlaces: [
      ...actions.map(({ deploymentId, auditId, action, dueOn }): Duty => ({
        code: dueOn < today ? 'fairness-action-overdue' : 'fairness-action-open',
        ...{ on: dueOn, what: action },
        path: `/deployments/${deploymentId}/monitoring/audits/${auditId}`,
      })),
      ...standing
        .filter(({ id }) => stamped.has(id))
        .map(({ id }): Duty => ({
          ...{ code: 'rubber-stamp', on: null, place: placeOf(id) },
          path: `/deployments/${id}/monitoring/people`,
        })),
    ],
  });
  return { duties, unlooked: unlookedOf(withheld) };
}
