import type { Member } from '#db/actor.server.ts';
import { findPerson } from '#db/queries/panel-people.server.ts';
import { insertConcern, isConcern } from '#db/queries/safeguarding.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { auditPanel } from '../panels/change-panel.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { findNamedPerson } from '../safeguarding/find-named-person.server.ts';
import { tellNamedPerson } from '../safeguarding/tell-named-person.server.ts';

/**
 * Tells the person named for safeguarding that a facilitator is concerned for somebody. From then on it is
 * theirs: the facilitator does not read it back. `key`, a uuid of the form, makes two clicks one; the trail
 * says that a concern was raised, and not for whom.
 */
export async function raiseConcern(
  member: Member,
  input: { panelId: string; memberId: string; key: string; note: string },
): Promise<void> {
  const { panelId, memberId, key, note } = input;
  const { organisationId } = member;
  const ofPanel = { organisationId, panelId };
  const permission = 'panel-members.manage';
  const { panel } = await readPanel(member, { panelId, permission }, async (tx, found) => {
    if (!(await findPerson(tx, { ...ofPanel, memberId }))) throw new ServiceError('not-found');
    return { panel: found };
  });
  const named = await findNamedPerson(panel);
  if (!named) throw new ServiceError('illegal-state', 'panel-nobody-named');
  await withActor({ kind: 'system', organisationId }, async (tx) => {
    if (await isConcern(tx, { ...ofPanel, concernId: key })) return;
    const concern = { ...ofPanel, id: key, memberId, contributionId: null, note };
    await insertConcern(tx, { ...concern, source: 'facilitator' });
    await tellNamedPerson(tx, { organisationId, panel, source: 'facilitator', named });
    await auditPanel(tx, member, { action: 'concern.raised', panelId });
  });
  await announceMail();
}
