import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { countAskings } from '#db/queries/panel-asking.server.ts';
import { findRound, listPrompts, listStatements } from '#db/queries/panel-round.server.ts';
import { countVotes } from '#db/queries/panel-votes.server.ts';
import { findQuestionnaire } from '#db/queries/questionnaire.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import type { RoundName } from './internal.server.ts';
import { findRoundProblems } from './open-round.server.ts';
import { presentAskings } from './present-askings.ts';
import { presentVotes } from './present-votes.ts';
import { readPanel, type Panel } from './read-panel.server.ts';
import { findRoundBurden } from './round-burden.server.ts';
import { roundWarnings } from './round-problems.ts';

async function requireRound(tx: Transaction, panel: Panel, roundId: string) {
  const { organisationId, id: panelId } = panel;
  const round = await findRound(tx, { organisationId, panelId, roundId });
  if (!round) throw new ServiceError('not-found');
  return round;
}

/** A round with what it asks, before it opens with what is missing, and once it is over with the votes. */
export async function getRound(member: Member, { panelId, roundId }: RoundName) {
  const { organisationId } = member;
  const page = await readPanel(member, { panelId }, async (tx, panel) => {
    const round = await requireRound(tx, panel, roundId);
    const ofRound = { organisationId, panelId, roundId };
    const prompts = await listPrompts(tx, ofRound);
    const statements = await listStatements(tx, ofRound);
    const languages = panel.languages.map((tag) => languageSchema.parse(tag));
    const isDraft = round.state === 'draft';
    return {
      ...{ round, prompts, statements, minimumGroup: panel.minimumGroup },
      questionnaire: round.waveId
        ? ((await findQuestionnaire(tx, { organisationId, waveId: round.waveId })) ?? null)
        : null,
      isOverdue: round.closesOn !== null && round.closesOn < today(),
      ...presentAskings(await countAskings(tx, ofRound), panel.minimumGroup),
      problems: isDraft ? await findRoundProblems(tx, panel, round) : [],
      warnings: isDraft
        ? roundWarnings({ prompts, statements, languages, isFirst: round.number === 1 })
        : [],
    };
  });
  const { round, statements, minimumGroup } = page;
  // While a round is open, a count that moves by one would follow one person.
  if (round.state !== 'closed') return { ...page, votes: null };
  const counted = await withActor({ kind: 'system', organisationId }, (tx) =>
    countVotes(tx, { organisationId, panelId, roundId }),
  );
  const ids = statements.map(({ id }) => id);
  return { ...page, votes: presentVotes(ids, counted, minimumGroup) };
}

/** Whom opening the round, or asking again, would ask, and of whom much has been asked already. */
export async function getRoundAsking(member: Member, { panelId, roundId }: RoundName) {
  const permission = 'panels.manage';
  return readPanel(member, { panelId, permission }, async (tx, panel) => {
    const round = await requireRound(tx, panel, roundId);
    const people = await findRoundBurden(tx, panel, round, today());
    return {
      round,
      problems: round.state === 'draft' ? await findRoundProblems(tx, panel, round) : [],
      minutesPerQuarter: panel.minutesPerQuarter,
      people: people.length,
      withAddress: people.filter(({ email }) => email !== '').length,
      over: people
        .filter(({ isOver }) => isOver)
        .map(({ memberId, number, minutes }) => ({ memberId, number, minutes })),
    };
  });
}
