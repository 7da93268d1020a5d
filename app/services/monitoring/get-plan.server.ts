import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { listCitableMargins } from '../panel-jobs/list-citable-margins.server.ts';
import { readMarginOrigins } from '../panel-jobs/read-margin-origins.server.ts';
import { namesOf } from '../register/internal.server.ts';
import { missingOfPlan } from './adopt-plan.server.ts';
import { readPlace } from './get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from './internal.server.ts';

/** All versions of the plan of a deployment, and what the draft lacks. */
export async function getPlan(member: Member, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId } = ids;
  const page = await withActor(member, async (tx) => ({
    ...(await readPlace(tx, member, ids)),
    ...(await readPlans(tx, { organisationId, deploymentId })),
  }));
  const names = await namesOf(page.plans.map(({ adoptedBy }) => adoptedBy ?? ''));
  return {
    ...page,
    origins: await readMarginOrigins(
      organisationId,
      page.plans.flatMap(({ metrics }) => metrics.flatMap(({ subgroups }) => subgroups)),
    ),
    missing: page.draft ? missingOfPlan(page.draft) : null,
    adoptedBy: Object.fromEntries(
      page.plans.map(({ id, adoptedBy }) => [id, names.get(adoptedBy ?? '') ?? null]),
    ),
    margins: page.mayPlan ? await listCitableMargins(member) : [],
  };
}
export type PlanPage = Awaited<ReturnType<typeof getPlan>>;
