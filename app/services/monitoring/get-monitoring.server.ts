import type { Member } from '#db/actor.server.ts';
import { listAlerts } from '#db/queries/alert-course.server.ts';
import { listExitPlans } from '#db/queries/exit-plan.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { listSentMetrics } from '#db/queries/watched-record.server.ts';
import type { Transaction } from '#db/database.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { today } from '../../today.ts';
import { requireDeployment } from '../register/internal.server.ts';
import { readSystemFrame } from '../register/read-system.server.ts';
import { isRetired } from '../register/stages.ts';
import { readPlans, type DeploymentIds } from './internal.server.ts';
import { countStandings, standingOfMetric } from './metric-standing.ts';
import type { MonitoringReader } from './monitoring-reader.server.ts';
import { readElsewhere } from './read-elsewhere.ts';
import { readEvaluations } from './read-evaluations.server.ts';
import { groupName } from './metric-words.ts';
import { sayFinding, sayWaiting } from './read-metric.ts';
import { sayCalibration } from './say-calibration.ts';
import { sendEvaluation } from './send-evaluation.server.ts';
import { recordCode } from './series.ts';

/** The head of each page about what is watched of a deployment. */
export async function readPlace(tx: Transaction, member: Member, ids: DeploymentIds) {
  const deployment = await requireDeployment(tx, member, ids);
  const { systemId } = ids;
  const events = await listStageEvents(tx, { organisationId: member.organisationId, systemId });
  const isOver = isRetired(events, { systemId, id: ids.deploymentId });
  const mayManage = can(member, 'monitoring.manage', [deployment.siteId]);
  return {
    frame: await readSystemFrame(tx, member, ids.systemId),
    deployment,
    mayManage,
    isRetired: isOver,
    /** Whether something new may be planned: what stands open is closed all the same. */
    mayPlan: mayManage && !isOver,
  };
}
export type MonitoringPlace = Awaited<ReturnType<typeof readPlace>>;

/** Metrics that were sent and that no plan names, with the pages that read them all the same. */
async function listOutside(
  tx: Transaction,
  ofDeployment: { organisationId: string; deploymentId: string },
  planned: readonly { metric: string }[],
) {
  const codes = new Set(planned.map(({ metric }) => recordCode(metric)));
  const criteria = (await listExitPlans(tx, ofDeployment))[0]?.criteria ?? [];
  return (await listSentMetrics(tx, ofDeployment))
    .filter(({ metric }) => !codes.has(metric))
    .map((sent) => ({ ...sent, readOn: readElsewhere(sent.metric, criteria) }));
}

/**
 * What a board reads of one deployment, from what is kept: a sentence for all of it, then one for each
 * metric. Nothing is computed here, but asked for where it is not as of now.
 */
export async function getMonitoring(member: Member, reader: MonitoringReader, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId } = ids;
  const ofDeployment = { organisationId, deploymentId };
  const page = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const { current, draft, watchedSince } = await readPlans(tx, ofDeployment);
    const here = (await readEvaluations(tx, ofDeployment)).get(deploymentId);
    const found = here?.found ?? null;
    const kept = new Map(found?.metrics.map((metric) => [metric.id, metric]));
    const alerts = await listAlerts(tx, ofDeployment);
    const open = alerts.filter(({ alert }) => alert.state !== 'closed');
    const planned = current?.metrics ?? [];
    const metrics = planned.map((metric) => {
      const own = kept.get(metric.id);
      const said = own ? sayFinding(reader, own, own.finding) : sayWaiting(reader, metric);
      const gaps = own?.gaps.map((gap) => groupName(reader, gap)) ?? [];
      const overall = own ? standingOfMetric(own) : said.standing;
      const isConcern = overall === 'concern' || gaps.length > 0;
      return {
        ...{ id: metric.id, tier: metric.tier, ...said, overall, gaps },
        more: (own?.calibration ? sayCalibration(reader, own.calibration) : []).map(
          ({ text }) => text,
        ),
        comparison: own?.comparison ?? 'none',
        isConcern: metric.tier !== 'exploratory' && isConcern,
      };
    });
    return {
      ...place,
      plan: current
        ? { number: current.number, since: watchedSince, purpose: current.purpose }
        : null,
      hasDraft: draft !== null,
      metrics,
      asOf: found?.asOf ?? null,
      isStamped: found?.stamp === 'sign',
      isFresh: here?.isFresh ?? true,
      outside: await listOutside(tx, ofDeployment, planned),
      open: open.length,
      overdue: open.filter(({ alert }) => alert.dueOn < today()).length,
      maySend: can(member, 'deployments.manage', [place.deployment.siteId]),
      counts: countStandings(metrics.map(({ overall }) => overall)),
      concerns: metrics.filter(({ isConcern }) => isConcern).length,
    };
  });
  if (!page.isFresh) await sendEvaluation(ofDeployment);
  return page;
}
