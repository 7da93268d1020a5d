import { findSystem } from '#db/queries/ai-system.server.ts';
import { listDeployments } from '#db/queries/deployment.server.ts';
import { listSystemsOfPanel } from '#db/queries/panel-system.server.ts';
import { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import type { Transaction } from '#db/database.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import { withActor } from '../../database.server.ts';
import { stageHere } from '../register/fitting-stages.ts';
import { newestStatements } from '../register/newest-statements.ts';
import { lifecycleStages } from '../register/register-words.ts';
import { stageOf } from '../register/stages.ts';
import { idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** What is missing first; last what is no question here. */
const order = ['not-met', 'partly', 'open', 'met', 'not-applicable'] as const satisfies readonly (
  RecommendationState | 'open'
)[];

/** How far a system has come: as a whole, and at those of its places that are there and where it is something else. */
async function readStages(tx: Transaction, of: { organisationId: string; systemId: string }) {
  const events = await listStageEvents(tx, of);
  const stage = stageOf(events, of.systemId, null);
  const places = await listDeployments(tx, of);
  const here = new Set(places.map((place) => stageHere(events, place)));
  const others = lifecycleStages.filter((one) => one !== stage && one !== 'retired');
  return { stage, stagesOfPlaces: others.filter((one) => here.has(one)) };
}

/**
 * The AI systems that the people of a panel read of, each with its stage and the thirty recommendations by how
 * far they are followed. Evidence stays with the workspace: it may lie where people have no way.
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
        ...(await readStages(tx, { organisationId, systemId })),
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
