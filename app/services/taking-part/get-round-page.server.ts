import {
  findRoundOf,
  hasRated,
  listPromptsOf,
  listStatementsOf,
} from '#db/queries/panel-rounds-of-person.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { takesAnswers } from '../panels/takes-answers.ts';
import { draftMark } from './draft-mark.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** A round with everything in it as one person sees it. */
export async function getRoundPage({ actor, person }: PanelPerson, roundId: string) {
  if (person.state !== 'active') throw new ServiceError('not-found');
  return withActor(actor, async (tx) => {
    const ofRound = { ...actor, roundId };
    const round = await findRoundOf(tx, ofRound);
    if (!round) throw new ServiceError('not-found');
    const prompts = await listPromptsOf(tx, ofRound);
    return {
      ...{ id: round.id, number: round.number, title: round.title, intro: round.intro },
      ...{ minutes: round.minutes, closesOn: round.closesOn, outcome: round.outcome },
      ...{ isOpen: takesAnswers(round, today()), endedOn: round.closedOn ?? round.closesOn },
      isOutcomeDue: round.state === 'open',
      prompts: prompts.map(({ contributionId, draft, ...prompt }) => ({
        ...prompt,
        draft: draft ?? '',
        mark: draftMark(draft ?? '', prompt.value),
        isSent: contributionId !== null,
        isBegun: contributionId === null && ((draft ?? '') !== '' || prompt.value !== null),
      })),
      statements: await listStatementsOf(tx, ofRound),
      isRated: await hasRated(tx, ofRound),
    };
  });
}

export type RoundPage = Awaited<ReturnType<typeof getRoundPage>>;
