import { answerOf, answerStatus, dryRunAnswerOf } from '../services/intake/batch-answer.ts';
import type { Fault } from '../services/intake/faults.ts';
import type { BatchOutcome } from '../services/intake/store-batch.server.ts';
import type { Weighed } from '../services/intake/weigh-batch.server.ts';
import { Problem } from './problem.server.ts';

const headers = { 'Cache-Control': 'no-store' };

const refuse = ({ faults }: { faults: readonly Fault[] }) =>
  new Problem('records-refused', { faults });

/** What became of a batch; what is wrong with it is a problem. */
export function answerBatch(outcome: BatchOutcome): Response {
  if (outcome.kind === 'refused') throw refuse(outcome);
  return Response.json(answerOf(outcome), { status: answerStatus[outcome.kind], headers });
}

/** What would become of it: nothing was created, so that the answer is 200. */
export function answerDryRun(weighed: Weighed): Response {
  if (weighed.kind === 'refused') throw refuse(weighed);
  return Response.json(dryRunAnswerOf(weighed), { headers });
}
