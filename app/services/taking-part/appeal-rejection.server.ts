import { addContributionEvent } from '#db/queries/contribution.server.ts';
import { listOwnEvents } from '#db/queries/own-words.server.ts';
import { lockOwnContribution } from '#db/queries/withdrawal.server.ts';
import { ServiceError } from '../../errors.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Appeal = { contributionId: string; note: string };

/** Asks that another person looks at a rejection; once, and only where there is one. */
export async function appealRejection(reader: PanelPerson, appeal: Appeal): Promise<void> {
  const note = appeal.note.trim();
  if (note === '') throw new ServiceError('invalid', 'panel-appeal-empty');
  if (note.length > 2000) throw new ServiceError('invalid', 'panel-text-long');
  const person = idsOf(reader);
  const { contributionId } = appeal;
  await forPerson(reader, async (tx) => {
    const held = await lockOwnContribution(tx, { ...person, contributionId });
    if (!held) throw new ServiceError('not-found');
    const events = await listOwnEvents(tx, person);
    const wasAppealed = events.some(
      (event) => event.contributionId === contributionId && event.kind === 'appealed',
    );
    if (wasAppealed || held.state !== 'rejected') {
      throw new ServiceError('illegal-state', 'panel-appeal-over');
    }
    await addContributionEvent(tx, { ...person, contributionId, kind: 'appealed', note, by: null });
  });
}
