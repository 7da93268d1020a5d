import type { Member } from '#db/actor.server.ts';
import { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { recommendationCodes, recommendationGroups } from './future-ai.ts';
import { namesOf } from './internal.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { recommendationStates } from './register-words.ts';

/** How far a system follows each of the thirty recommendations; what was never stated is open. */
export async function getRecommendations(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { frame, statements } = await withActor(member, async (tx) => ({
    frame: await readSystemFrame(tx, member, systemId),
    statements: await listRecommendationStatements(tx, { organisationId, systemId }),
  }));
  const names = await namesOf(statements.map(({ recordedBy }) => recordedBy));
  const newest = recommendationCodes.map((code) => {
    const statement = statements.find((each) => each.code === code);
    return { code, statement, by: names.get(statement?.recordedBy ?? '') ?? null };
  });
  return {
    ...{ frame, day: today() },
    groups: Object.entries(recommendationGroups).map(([group, codes]) => ({
      group: group as keyof typeof recommendationGroups,
      items: newest.filter(({ code }) => (codes as readonly string[]).includes(code)),
    })),
    counts: recommendationStates.map((state) => ({
      state,
      count: newest.filter(({ statement }) => statement?.state === state).length,
    })),
    open: newest.filter(({ statement }) => !statement).length,
  };
}
