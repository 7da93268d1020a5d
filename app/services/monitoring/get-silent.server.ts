import type { Member } from '#db/actor.server.ts';
import { countSilentRecords, listExitPlans } from '#db/queries/exit-plan.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { namesOf } from '../register/internal.server.ts';
import { readPlace } from './get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from './internal.server.ts';
import { findSilent } from './silent-state.server.ts';

/** The silent mode of a deployment: what was to hold, written when, and what was found. */
export async function getSilent(member: Member, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  const page = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const plans = await listExitPlans(tx, ofDeployment);
    const [plan] = plans;
    const criteria = plan?.criteria ?? [];
    const written = [];
    for (const one of plans) {
      const before = await countSilentRecords(tx, { ...ofDeployment, until: one.createdAt });
      written.push({ ...one, before });
    }
    const [newest, ...earlier] = written;
    return {
      ...{ ...place, plan: newest ?? null, earlier },
      ...(await findSilent(tx, ofDeployment, { criteria, today: today() })),
    };
  });
  const names = await namesOf(
    [page.plan, ...page.earlier].flatMap((plan) => plan?.recordedBy ?? []),
  );
  return { ...page, names: Object.fromEntries(names) };
}
export type SilentPage = Awaited<ReturnType<typeof getSilent>>;

/** What a form of criteria begins with: those that stand, or the metrics of the plan. */
export async function getExitPlanForm(member: Member, ids: DeploymentIds) {
  authorise(member, 'monitoring.manage');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  return withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    authorise(member, 'monitoring.manage', [place.deployment.siteId]);
    const [plan] = await listExitPlans(tx, ofDeployment);
    const { current, draft } = await readPlans(tx, ofDeployment);
    const metrics = (current ?? draft)?.metrics ?? [];
    return {
      ...place,
      plan: plan ?? null,
      planned: metrics.map(({ metric, part, cohort }) => ({ metric, part, cohort })),
    };
  });
}
