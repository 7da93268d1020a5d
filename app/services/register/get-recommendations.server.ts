import type { Member } from '#db/actor.server.ts';
import { listPanelsForSystem } from '#db/queries/panel-system.server.ts';
import { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { recommendationGroups } from './future-ai.ts';
import { namesOf } from './internal.server.ts';
import { newestStatements } from './newest-statements.ts';
import { readSystemFrame } from './read-system.server.ts';
import { recommendationStates } from './register-words.ts';

type Panel = Awaited<ReturnType<typeof listPanelsForSystem>>[number];
type ShownPanel = Panel & { shownOn: string; shownBy: string };

/** How far a system follows each of the thirty recommendations; what was never stated is open. */
export async function getRecommendations(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { frame, statements, panels } = await withActor(member, async (tx) => {
    const read = await readSystemFrame(tx, member, systemId);
    const seesPanels = read.may.manage || can(member, 'panels.read');
    return {
      frame: read,
      statements: await listRecommendationStatements(tx, { organisationId, systemId }),
      panels: seesPanels ? await listPanelsForSystem(tx, { organisationId, systemId }) : null,
    };
  });
  const readBy = (panels ?? []).filter((panel): panel is ShownPanel => panel.shownOn !== null);
  const names = await namesOf([
    ...statements.map(({ recordedBy }) => recordedBy),
    ...readBy.map(({ shownBy }) => shownBy),
  ]);
  const newest = newestStatements(statements).map(({ code, statement }) => ({
    ...{ code, statement, by: names.get(statement?.recordedBy ?? '') ?? null },
  }));
  return {
    ...{ frame, day: today() },
    /** Panels that read it and open ones that could; null for who may not know of panels. */
    panels: panels && {
      readBy: readBy.map(({ id, title, shownOn, shownBy }) => ({
        ...{ id, title, shownOn, by: names.get(shownBy) ?? null },
      })),
      others: panels.filter(({ state, shownOn }) => state === 'open' && shownOn === null),
    },
    groups: Object.entries(recommendationGroups).map(([group, codes]) => ({
      group: group as keyof typeof recommendationGroups,
      items: newest.filter(({ code }) => (codes as readonly string[]).includes(code)),
    })),
    counts: recommendationStates.map((state) => ({
      state,
      count: newest.filter(({ statement }) => statement?.state === state).length,
    })),
    open: newest.filter(({ statement }) => !statement).length,
  };
}
