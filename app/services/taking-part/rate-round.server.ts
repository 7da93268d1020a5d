import { addRating, markRated } from '#db/queries/panel-rating.server.ts';
import { findRoundOf } from '#db/queries/panel-rounds-of-person.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { forActivePerson, idsOf } from './for-person.server.ts';
import { notRated, ratingCodes, ratingItems } from './rating-items.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

type Rating = { roundId: string; answers: ReadonlyMap<string, string> };

function codesOf(answers: ReadonlyMap<string, string>): number[] {
  return ratingItems.map(
    (item) => ratingCodes.find((code) => String(code) === answers.get(item)) ?? notRated,
  );
}

/**
 * Keeps how somebody found a round, once, with nothing that leads to them: that they rated is written
 * in one transaction, what they said in another one. If the second fails the rating is lost, for a
 * second try could count somebody twice.
 */
export async function rateRound(reader: PanelPerson, { roundId, answers }: Rating): Promise<void> {
  const person = idsOf(reader);
  const codes = codesOf(answers);
  if (codes.every((code) => code === notRated)) {
    throw new ServiceError('invalid', 'panel-rating-empty');
  }
  const isFirst = await forActivePerson(reader, async (tx) => {
    if (!(await findRoundOf(tx, { ...person, roundId }))) throw new ServiceError('not-found');
    return markRated(tx, { ...person, roundId });
  });
  if (!isFirst) return;
  const { organisationId, panelId } = person;
  await withActor({ kind: 'system', organisationId }, (tx) =>
    addRating(tx, { organisationId, panelId, roundId, codes }),
  );
}
