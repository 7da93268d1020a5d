import type { Member } from '#db/actor.server.ts';
import { awaitedOf } from './awaited-of.ts';
import { transferDuties } from './compare-transfers.ts';
import type { Sections } from './description-schema.ts';
import { contradictionsOf, stageHere } from './fitting-stages.ts';
import { missingDuties, unlookedOf, type Duty } from './missing-duties.ts';
import { conditionsPath } from './not-in-duties.ts';
import type { DutyRows } from './read-duty-rows.server.ts';
import { shownSections } from './shown-sections.ts';
import { stageOf } from './stages.ts';

const auditPath = (auditId: string) => `/monitoring/audits/${auditId}`;

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
  const awaited = awaitedOf(rows, { systemId, places });
  /** Of the system as a whole (`null`), or of a place; `below` it, where one sees or does it. */
  const at = (deploymentId: string | null, below = '') => {
    if (deploymentId === null) return { path: below };
    const { site = '', unit = '' } = places.find(({ id }) => id === deploymentId) ?? {};
    return { place: { site, unit }, path: `/deployments/${deploymentId}${below}` };
  };
  const decided = ({ deploymentId, on }: { deploymentId: string | null; on: string }) => ({
    ...{ on, ...at(deploymentId, '#decisions') },
  });
  const found = contradictionsOf(events, { systemId, places }, running);
  const standing = places.filter((place) => stageHere(events, place) !== 'retired');
  const stages = [
    stageOf(events, systemId, null),
    ...places.map((place) => stageHere(events, place)),
  ];
  const duties = missingDuties({
    ...{ today, sections, withheld, stages },
    people: rows.people.filter((person) => person.systemId === systemId),
    transfers: transferDuties(rows.notices.filter((notice) => notice.systemId === systemId)),
    contradictions: found.map(({ code, deploymentId }) => ({
      code,
      on: null,
      ...at(deploymentId),
    })),
    unratified: awaited.unratified.map(decided),
    reviews: awaited.reviews.map(decided),
    overdue: awaited.overdue.map(({ deploymentId, text, dueOn }) => ({
      ...{ on: dueOn, what: text, ...at(deploymentId), path: conditionsPath(deploymentId) },
    })),
    overdueAudits: awaited.overdueAudits.map(({ deploymentId, auditId, dueOn }) => ({
      on: dueOn,
      ...at(deploymentId, auditId === null ? '/monitoring/audits' : auditPath(auditId)),
    })),
    ofPlaces: [
      ...awaited.actions.map(({ deploymentId, auditId, action, dueOn }): Duty => ({
        code: dueOn < today ? 'fairness-action-overdue' : 'fairness-action-open',
        ...{ on: dueOn, what: action, ...at(deploymentId, auditPath(auditId)) },
      })),
      ...standing
        .filter(({ id }) => stamped.has(id))
        .map(({ id }): Duty => ({
          ...{ code: 'rubber-stamp', on: null, ...at(id, '/monitoring/people') },
        })),
    ],
  });
  return { duties, unlooked: unlookedOf(withheld, stages) };
}
