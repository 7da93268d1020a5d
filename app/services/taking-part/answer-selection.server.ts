import { updatePerson } from '#db/queries/panel-person.server.ts';
import { ServiceError } from '../../errors.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** Somebody who was drawn says whether they take the seat. */
export async function answerSelection(
  reader: PanelPerson,
  state: 'active' | 'declined',
): Promise<void> {
  await forPerson(reader, async (tx, held) => {
    if (held.state !== 'selected') throw new ServiceError('conflict', 'panel-selection-over');
    await updatePerson(tx, { ...idsOf(reader), set: { state } });
  });
}
