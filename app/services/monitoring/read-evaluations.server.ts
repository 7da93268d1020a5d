import type { Transaction } from '#db/database.ts';
import { listEvaluationInputs, listEvaluations } from '#db/queries/deployment-evaluation.server.ts';
import { today } from '../../today.ts';
import { isComputable, readKept, type KeptEvaluation } from './kept-evaluation.ts';

export type FoundPlace = {
  isPlanned: boolean;
  found: KeptEvaluation | null;
  /** Whether that is what would be found now. */
  isFresh: boolean;
};

/** What was found last of each deployment, or of one, for whom it is planned; null: not computed yet. */
export async function readEvaluations(
  tx: Transaction,
  scope: { organisationId: string; deploymentId?: string },
): Promise<Map<string, FoundPlace>> {
  const [inputs, stored] = [
    await listEvaluationInputs(tx, scope),
    await listEvaluations(tx, scope),
  ];
  const kept = new Map(stored.map((row) => [row.deploymentId, row]));
  return new Map(
    inputs.map((own) => {
      const found = readKept(kept.get(own.deploymentId), own, today());
      const isFresh = found?.isFresh ?? !isComputable(own);
      return [own.deploymentId, { isPlanned: own.plans > 0, found, isFresh }];
    }),
  );
}
