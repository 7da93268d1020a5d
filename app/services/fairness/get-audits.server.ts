import type { Member } from '#db/actor.server.ts';
import { listFairnessActionOutcomes } from '#db/queries/fairness-action.server.ts';
import { listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { attuneVersion } from '../../version.ts';
import { readPlace } from '../monitoring/get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from '../monitoring/internal.server.ts';
import { listCitableMargins } from '../panel-jobs/list-citable-margins.server.ts';
import { namesOf } from '../register/internal.server.ts';
import { auditState, successorOf } from './audit-state.ts';
import { evidenceOf, requireAudit } from './internal.server.ts';

/** Fairness audits of a deployment, planned and carried out, and what another one may ask. */
export async function getAudits(member: Member, ids: DeploymentIds) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { deploymentId } = ids;
  const day = today();
  const page = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const { current } = await readPlans(tx, { organisationId, deploymentId });
    const rows = await listFairnessAudits(tx, { organisationId, deploymentIds: [deploymentId] });
    return {
      ...place,
      planNumber: current?.number ?? null,
      metrics: (current?.metrics ?? []).filter(({ subgroups }) => subgroups.length > 0),
      audits: rows.map((row) => ({
        ...{ ...row.audit, state: auditState(rows, row, day) },
        run: row.run && { ranOn: row.run.ranOn, nextDueOn: row.run.nextDueOn },
        /** Whether another may still take its place. */
        isReplaceable: !rows.some(({ audit }) => audit.supersedesId === row.audit.id),
      })),
    };
  });
  const margins = page.mayManage ? await listCitableMargins(member) : [];
  return {
    ...page,
    margins: margins.filter(({ median }) => median > 0 && median < 100),
  };
}
export type AuditsPage = Awaited<ReturnType<typeof getAudits>>;

/** One audit: its question, and the verdicts as they were frozen, or as they stand while it is planned. */
export async function getAudit(
  member: Member,
  { auditId, ...ids }: DeploymentIds & { auditId: string },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  const page = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const { row, rows } = await requireAudit(tx, { ...ofDeployment, auditId });
    const { audit, run } = row;
    const asOf = run?.asOf ?? new Date();
    const evidence = await evidenceOf(tx, ofDeployment, row, asOf);
    const outcomes = await listFairnessActionOutcomes(tx, {
      ...{ organisationId, deploymentIds: [ids.deploymentId] },
    });
    const numberOf = (id: string | null) =>
      rows.find((other) => other.audit.id === id)?.audit.number ?? null;
    return {
      ...place,
      ...{ audit, run, state: auditState(rows, row, today()), day: today() },
      verdicts: run?.verdicts ?? evidence.verdicts,
      look: { asOf: asOf.toISOString(), hash: evidence.hash },
      /** Whether the stored records still give what was frozen; null before. */
      isSameAgain: run && evidence.hash === run.evidenceHash,
      /** Of the records that it rests on, those replaced or taken back after it; none before. */
      changedSince: run === null ? 0 : evidence.changedSince,
      isOfThisVersion: run === null || run.codeVersion === attuneVersion,
      /** Actions that are done, by their places. */
      done: outcomes.filter((one) => one.auditId === auditId),
      supersedes: numberOf(audit.supersedesId),
      successor: successorOf(rows, row)?.audit ?? null,
    };
  });
  const names = await namesOf([page.audit.plannedBy, page.run?.recordedBy ?? '']);
  return {
    ...page,
    plannedBy: names.get(page.audit.plannedBy) ?? null,
    recordedBy: names.get(page.run?.recordedBy ?? '') ?? null,
  };
}
export type AuditPage = Awaited<ReturnType<typeof getAudit>>;
