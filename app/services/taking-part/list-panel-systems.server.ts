import { findSystem } from '#db/queries/ai-system.server.ts';
import { listSystemsOfPanel } from '#db/queries/panel-system.server.ts';
import { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import { withActor } from '../../database.server.ts';
import { newestStatements } from '../register/newest-statements.ts';
import { idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** What is missing first; last what is no question here. */
const order = ['not-met', 'partly', 'open', 'met', 'not-applicable'] as const satisfies readonly (
  RecommendationState | 'open'
)[];

/**
 * The AI systems that the people of a panel read of, each with the thirty recommendations by how far they
 * are followed. Evidence stays with the workspace: it may lie where people have no way.
 */
export async function listPanelSystems(reader: PanelPerson) {
  const { organisationId, panelId } = idsOf(reader);
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const shown = [];
    for (const systemId of await listSystemsOfPanel(tx, { organisationId, panelId })) {
      const system = await findSystem(tx, { organisationId, systemId });
      if (!system) continue;
      const stated = await listRecommendationStatements(tx, { organisationId, systemId });
      const followed = newestStatements(stated).map(({ code, statement }) => ({
        ...{ code, state: statement?.state ?? ('open' as const) },
        statedOn: statement?.statedOn ?? null,
        note: statement?.note ?? '',
      }));
      shown.push({
        ...{ id: systemId, name: system.name, summary: system.summary },
        groups: order.map((state) => ({
          state,
          items: followed.filter((each) => each.state === state),
        })),
      });
    }
    return shown;
  });
}

export type PanelSystems = Awaited<ReturnType<typeof listPanelSystems>>;
