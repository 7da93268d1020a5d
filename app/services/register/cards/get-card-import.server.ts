import type { Member } from '#db/actor.server.ts';
import { listSystems } from '#db/queries/ai-system.server.ts';
import { findCardImport } from '#db/queries/card-import.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';
import { stageOf } from '../stages.ts';
import { readCard } from './read-card.ts';

/** A card before it is taken over: what becomes of each of its fields, and which systems could take it. */
export async function getCardImport(member: Member, { importId }: { importId: string }) {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const card = await findCardImport(tx, { organisationId, importId });
    if (!card) throw new ServiceError('not-found');
    const { fileName, format, systemId } = card;
    const { report, name, summary, version } = readCard(card.content);
    const events = await listStageEvents(tx, { organisationId });
    const standing = (await listSystems(tx, { organisationId })).filter(
      ({ id }) => stageOf(events, id, null) !== 'retired',
    );
    return {
      ...{ importId, fileName, format, systemId, report, name, summary },
      version: version.version,
      systems: standing.map((system) => ({ id: system.id, name: system.name })),
    };
  });
}
