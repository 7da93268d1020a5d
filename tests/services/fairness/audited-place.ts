import { addDays } from '#app/days.ts';
import { planAuditSchema, runAuditSchema } from '#app/services/fairness/audit-schema.ts';
import { carryOutAudit } from '#app/services/fairness/carry-out-audit.server.ts';
import { getAudit, getAudits } from '#app/services/fairness/get-audits.server.ts';
import { planAudit } from '#app/services/fairness/plan-audit.server.ts';
import { openVerdicts } from '#app/services/fairness/step-audit.server.ts';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import type { Workspace } from '#tests/support/workspace.ts';
import { adopted, enter, type Place, type RecordOf } from '../monitoring/watched-place.ts';
import { newSystem } from '../register/new-system.ts';

const march = { periodFrom: '2026-03-01', periodTo: '2026-04-01' };
export const share = (
  level: string,
  numerator: number,
  denominator: number,
  more = {},
): RecordOf => ({
  ...{ metric: 'override', kind: 'proportion', numerator, denominator, ...march, ...more },
  ...(level === '' ? {} : { dimension: 'interpreter', level }),
});
const groups = [share('', 190, 1214), share('yes', 90, 300), share('no', 100, 900)];
/** Hidden, and enough together to hide each other. */
const few = [share('sometimes', 0, 6), share('rarely', 0, 8)];

export type Ids = Pick<Place, 'systemId' | 'deploymentId'>;

/** A place whose plan compares groups, and the steps of an audit of it as forms send them. */
export function auditing(owner: Member, workspace: Workspace) {
  const here = async (records: readonly RecordOf[] = [...groups, ...few]) => {
    const { organisationId } = owner;
    const at = { organisationId, ...(await newSystem(owner, workspace.siteIds[0] ?? '')) };
    await enter(at, records);
    const subgroups = [{ dimension: 'interpreter', reference: 'no', margin: 0.05 }];
    await adopted(at, [{ metric: 'override', subgroups }, { metric: 'uptime' }]);
    return { at, ids: { systemId: at.systemId, deploymentId: at.deploymentId } };
  };
  const plan = async (ids: Ids, more: Record<string, unknown> = {}, member = owner) => {
    const page = await getAudits(owner, ids);
    const form = planAuditSchema.parse({
      ...{ metricId: page.metrics[0]?.id, purpose: 'Are interpreted visits overridden more?' },
      ...{ versionId: page.versions[0]?.versionId, beginning: 'version' },
      ...{ dueOn: addDays(today(), 30), revision: page.audits[0]?.number ?? 0, ...more },
    });
    return planAudit(member, { ...ids, ...form });
  };
  const conclude = async (ids: Ids, auditId: string, more: Record<string, unknown> = {}) => {
    await openVerdicts(owner, { ...ids, auditId });
    const { seen } = await getAudit(owner, { ...ids, auditId });
    const form = runAuditSchema.parse({
      ...{ intent: 'carry-out', carriedOutBy: 'Ana Auditor', conclusion: 'They are.', seen },
      ...{ nextDueOn: addDays(today(), 365), 'action-1': 'Ask the supplier' },
      ...{ 'due-1': addDays(today(), 14), ...more },
    });
    return { form, run: () => carryOutAudit(owner, { ...ids, auditId, ...form }) };
  };
  return { here, plan, conclude };
}
