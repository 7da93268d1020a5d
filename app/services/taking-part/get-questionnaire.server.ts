import { findRoundOf } from '#db/queries/panel-rounds-of-person.server.ts';
import { findOwnStart, findQuestionnaire } from '#db/queries/questionnaire.server.ts';
import { withActor } from '../../database.server.ts';
import { today } from '../../today.ts';
import { newStart } from '../answering/ballot.server.ts';
import { takesAnswers } from '../panels/takes-answers.ts';
import { idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** The questionnaire of a round and whether this person has begun it; null where a round has none. */
export async function getQuestionnaire(reader: PanelPerson, roundId: string) {
  const person = idsOf(reader);
  const { organisationId } = person;
  const found = await withActor(reader.actor, async (tx) => {
    const round = await findRoundOf(tx, { ...person, roundId });
    if (!round?.waveId) return null;
    const { waveId } = round;
    const isRoundOpen = takesAnswers(round, today());
    return { waveId, isRoundOpen, own: await findOwnStart(tx, { ...person, waveId }) };
  });
  if (!found) return null;
  const { waveId, isRoundOpen, own } = found;
  const questionnaire = await withActor({ kind: 'system', organisationId }, (tx) =>
    findQuestionnaire(tx, { organisationId, waveId }),
  );
  if (!questionnaire) return null;
  const { studyId, title, studyState, waveState } = questionnaire;
  return {
    ...{ studyId, waveId, title },
    isOpen: isRoundOpen && studyState === 'open' && waveState === 'open',
    invitationId: own?.id ?? null,
    isCompleted: own?.completed ?? false,
    /** Goes into the form: see `newStart`. */
    start: newStart(),
  };
}

export type Questionnaire = NonNullable<Awaited<ReturnType<typeof getQuestionnaire>>>;
