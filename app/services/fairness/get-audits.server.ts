import type { Member } from '#db/actor.server.ts';
import { listFairnessActionOutcomes } from '#db/queries/fairness-action.server.ts';
import { listFairnessAudits } from '#db/queries/fairness-audit.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { readPlace } from '../monitoring/get-monitoring.server.ts';
import { readPlans, type DeploymentIds } from '../monitoring/internal.server.ts';
import { listCitableMargins } from '../panel-jobs/list-citable-margins.server.ts';
import { readMarginOrigins } from '../panel-jobs/read-margin-origins.server.ts';
import { usableMargins } from '../panel-jobs/usable-margins.ts';
import { namesOf } from '../register/internal.server.ts';
import { askable } from './audit-refusals.ts';
import { auditState, isReplaceable, opensOn, replacedBy, successorOf } from './audit-state.ts';
import { evidenceVersion } from './evidence-version.ts';
import {
  computeEvidence,
  listVersionsHere,
  readEvidence,
  requireAudit,
} from './internal.server.ts';

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
      versions: await listVersionsHere(tx, { organisationId, deploymentId }),
      metrics: askable(current?.metrics ?? []),
      audits: rows.map((row) => ({
        ...{ ...row.audit, state: auditState(rows, row, day) },
        run: row.run && { ranOn: row.run.ranOn, nextDueOn: row.run.nextDueOn },
        supersedes: replacedBy(rows, row)?.audit.number ?? null,
        isReplaceable: isReplaceable(rows, row),
      })),
    };
  });
  const margins = page.mayPlan ? await listCitableMargins(member) : [];
  return {
    ...page,
    margins: usableMargins(margins),
  };
}
export type AuditsPage = Awaited<ReturnType<typeof getAudits>>;

/** One audit: its question, and the verdicts once they were opened: as they were then, or as they were frozen. */
export async function getAudit(
  member: Member,
  { auditId, ...ids }: DeploymentIds & { auditId: string },
) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const ofDeployment = { organisationId, deploymentId: ids.deploymentId };
  const { asked, ...page } = await withActor(member, async (tx) => {
    const place = await readPlace(tx, member, ids);
    const { row, rows } = await requireAudit(tx, { ...ofDeployment, auditId });
    const { audit, run, opened, withdrawn } = row;
    const asOf = run?.asOf ?? opened?.at ?? null;
    const outcomes = await listFairnessActionOutcomes(tx, {
      ...{ organisationId, deploymentIds: [ids.deploymentId] },
    });
    return {
      ...place,
      ...{ audit, run, opened, withdrawn, state: auditState(rows, row, today()) },
      ...{ asOf, day: today(), opensOn: opensOn(audit, today()) },
      asked: asOf && (await readEvidence(tx, ofDeployment, row, asOf)),
      isOfThisVersion: run === null || run.codeVersion === evidenceVersion,
      /** Actions that are done, by their places. */
      done: outcomes.filter((one) => one.auditId === auditId),
      supersedes: replacedBy(rows, row)?.audit.number ?? null,
      successor: successorOf(rows, row)?.audit ?? null,
    };
  });
  const { audit, run, opened, withdrawn } = page;
  const evidence = asked && (await computeEvidence(asked));
  const people = [run?.recordedBy, opened?.recordedBy, withdrawn?.recordedBy];
  const names = await namesOf([audit.plannedBy, ...people.flatMap((id) => id ?? [])]);
  const nameOf = (id: string | undefined) => names.get(id ?? '') ?? null;
  return {
    ...page,
    origins: await readMarginOrigins(organisationId, audit.groups),
    verdicts: run?.verdicts ?? evidence?.verdicts ?? [],
    seen: evidence?.hash ?? null,
    /** Whether the stored records still give what was frozen; null before. */
    isSameAgain: run && evidence && evidence.hash === run.evidenceHash,
    /** Of the records that it rests on, those replaced or taken back after it; none before. */
    changedSince: run === null ? 0 : (evidence?.changedSince ?? 0),
    plannedBy: nameOf(audit.plannedBy),
    recordedBy: nameOf(run?.recordedBy),
    openedBy: nameOf(opened?.recordedBy),
    withdrawnBy: nameOf(withdrawn?.recordedBy),
  };
}
export type AuditPage = Awaited<ReturnType<typeof getAudit>>;
