import type { Member } from '#db/actor.server.ts';
import { listChangeNotices, listChangePlans } from '#db/queries/model-change.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { readSystemFrame } from './read-system.server.ts';

/** Which changes are planned, and what the supplier has announced. */
export async function getChanges(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const ofSystem = { organisationId: member.organisationId, systemId };
  return withActor(member, async (tx) => ({
    frame: await readSystemFrame(tx, member, systemId),
    plans: await listChangePlans(tx, ofSystem),
    notices: await listChangeNotices(tx, ofSystem),
    day: today(),
  }));
}
