import type { listRecommendationStatements } from '#db/queries/recommendation.server.ts';
import { recommendationCodes } from './future-ai.ts';

type Statement = Awaited<ReturnType<typeof listRecommendationStatements>>[number];

/** Each of the thirty recommendations with what was said of it last, in their order; `statements` newest first. */
export function newestStatements(statements: readonly Statement[]) {
  return recommendationCodes.map((code) => ({
    code,
    statement: statements.find((each) => each.code === code),
  }));
}
