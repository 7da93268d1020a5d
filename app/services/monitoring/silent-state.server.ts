import type { Transaction } from '#db/database.ts';
import { listExitPlans } from '#db/queries/exit-plan.server.ts';
import { listWatchedRecords } from '#db/queries/watched-record.server.ts';
import type { ExitCriterion, SilentState } from '#db/schema/exit-plan.ts';
import { evaluateSilent, silentDays } from './evaluate-silent.ts';
import { recordCode } from './series.ts';

type OfDeployment = { organisationId: string; deploymentId: string };

/** What was sent of these criteria, and each of them over it. */
export async function findSilent(
  tx: Transaction,
  ofDeployment: OfDeployment,
  { criteria, today }: { criteria: readonly ExitCriterion[]; today: string },
) {
  const metrics = [...new Set(criteria.map(({ metric }) => recordCode(metric)))];
  const history = await listWatchedRecords(tx, {
    ...{ ...ofDeployment, isWithReplaced: true, metrics },
  });
  const standing = history.filter(({ replacedAt }) => replacedAt === null);
  return {
    findings: evaluateSilent(history, criteria, today),
    days: silentDays(standing, criteria),
  };
}

/** As the page of the silent mode shows it now, for a decision to keep; null where nobody wrote criteria. */
export async function silentStateOf(
  tx: Transaction,
  ofDeployment: OfDeployment,
  today: string,
): Promise<SilentState | null> {
  const [plan] = await listExitPlans(tx, ofDeployment);
  if (!plan) return null;
  const { number, writtenOn, minimumDays, criteria } = plan;
  const { findings, days } = await findSilent(tx, ofDeployment, { criteria, today });
  return {
    ...{ plan: number, writtenOn, minimumDays, days, on: today },
    criteria: findings.map(({ found }) => found),
  };
}
