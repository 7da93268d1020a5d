import { withdrawContribution } from '../contributions/withdraw-contribution.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** Somebody takes back one thing they said. */
export async function withdrawOwn(reader: PanelPerson, contributionId: string): Promise<void> {
  await forPerson(reader, (tx) => withdrawContribution(tx, { ...idsOf(reader), contributionId }));
}
