import { answerOf, answerStatus } from '../services/intake/batch-answer.ts';
import type { BatchOutcome } from '../services/intake/store-batch.server.ts';
import { Problem } from './problem.server.ts';

export function answerBatch(outcome: BatchOutcome): Response {
  if (outcome.kind === 'refused') throw new Problem('records-refused', { faults: outcome.faults });
  return Response.json(answerOf(outcome), {
    status: answerStatus[outcome.kind],
    headers: { 'Cache-Control': 'no-store' },
  });
}
