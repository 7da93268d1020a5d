import { withActor } from '../../database.server.ts';
import { readPlans } from '../monitoring/internal.server.ts';

/** What the plan that counts watches, for what is told to machines, which reach no plan themselves. */
export async function plannedFor(ofDeployment: { organisationId: string; deploymentId: string }) {
  const { organisationId } = ofDeployment;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const { current } = await readPlans(tx, ofDeployment);
    return (current?.metrics ?? []).map(({ metric, cadence }) => ({ metric, cadence }));
  });
}
