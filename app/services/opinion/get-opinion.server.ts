import type { Member } from '#db/actor.server.ts';
import { findRound, listStatements } from '#db/queries/panel-round.server.ts';
import { listRoundVotes } from '#db/queries/round-votes.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { compute } from '../../jobs/worker-pool.server.ts';
import type { RoundName } from '../panels/internal.server.ts';
import { readPanel } from '../panels/read-panel.server.ts';
import { contentHash } from '../content-hash.server.ts';
import { remember, unlessLate } from '../remember.ts';
import type { FoundOpinion } from './find-opinion.ts';
import { presentOpinion } from './present-opinion.ts';
import { votesMatrix } from './votes-matrix.ts';

/** Votes of thousands take seconds; who has waited so long is told, and the work goes on. */
const patienceMs = 20_000;
const recall = remember<FoundOpinion>({ most: 20 });
const longestMs = 10 * 60_000;

/**
 * Groups of people who voted alike in a round, what all of them share and what divides them. While a
 * round is open nothing is told: what moves with one vote would follow one person.
 */
export async function getOpinion(member: Member, { panelId, roundId }: RoundName) {
  const { organisationId } = member;
  const ofRound = { organisationId, panelId, roundId };
  const page = await readPanel(member, { panelId }, async (tx, panel) => {
    const round = await findRound(tx, ofRound);
    if (!round) throw new ServiceError('not-found');
    const statements = await listStatements(tx, ofRound);
    return {
      ...{ round, minimumGroup: panel.minimumGroup },
      statements: statements.map(({ id, text }) => ({ id, text })),
    };
  });
  const nothing = { ...page, opinion: null, isLate: false };
  if (page.round.state !== 'closed') return nothing;
  const votes = await withActor({ kind: 'system', organisationId }, (tx) =>
    listRoundVotes(tx, ofRound),
  );
  const matrix = votesMatrix(votes);
  if (matrix.participants.length < page.minimumGroup) return nothing;
  const input = { ...matrix, minimum: page.minimumGroup };
  // Votes of a closed round change by withdrawals alone, and then their hash does.
  const key = contentHash({ ...input, values: [...input.values].map(String), of: ofRound });
  const work = recall(key, () =>
    compute('opinion', input, {
      ...{ signal: AbortSignal.timeout(longestMs), onProgress: () => undefined },
    }),
  );
  const found = await unlessLate(work, patienceMs);
  if (found === 'late') return { ...nothing, isLate: true };
  // In the order of the round: an order by votes would tell more than the words.
  const places = new Map(page.statements.map(({ id }, place) => [id, place]));
  const placeOf = ({ statement }: { statement: string }) => places.get(statement) ?? 0;
  const ofFew = found.ofFew && [...found.ofFew].sort((a, b) => placeOf(a) - placeOf(b));
  const opinion = presentOpinion({ ...found, ofFew }, page.minimumGroup);
  return { ...nothing, opinion };
}

export type OpinionPage = Awaited<ReturnType<typeof getOpinion>>;
