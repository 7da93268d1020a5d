import { insertConcern, isConcern } from '#db/queries/safeguarding.server.ts';
import { ServiceError } from '../../errors.ts';
import { announceMail } from '../mail/announce-mail.server.ts';
import { findNamedPerson } from '../safeguarding/find-named-person.server.ts';
import { tellNamedPerson } from '../safeguarding/tell-named-person.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/**
 * Tells the person named for safeguarding that somebody wants to be contacted. The mail holds none of
 * their words. `key`, a uuid of the form, makes two clicks one.
 */
export async function askForContact(
  reader: PanelPerson,
  { key, note }: { key: string; note: string },
): Promise<void> {
  const person = idsOf(reader);
  const { panel } = reader;
  const { organisationId } = person;
  const named = await findNamedPerson(panel);
  if (!named) throw new ServiceError('illegal-state', 'panel-nobody-named');
  if (note.length > 2000) throw new ServiceError('invalid', 'panel-text-long');
  await forPerson(reader, async (tx) => {
    if (await isConcern(tx, { ...person, concernId: key })) return;
    const concern = { ...person, id: key, contributionId: null, note: note.trim() };
    await insertConcern(tx, { ...concern, source: 'self' });
    await tellNamedPerson(tx, { organisationId, panel, source: 'self', named });
  });
  await announceMail();
}
