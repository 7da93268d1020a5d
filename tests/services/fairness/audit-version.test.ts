import { beforeAll, expect, it } from 'vitest';
import { withActor } from '#app/database.server.ts';
import { addDays } from '#app/days.ts';
import { getAudit } from '#app/services/fairness/get-audits.server.ts';
import { openVerdicts } from '#app/services/fairness/step-audit.server.ts';
import { today } from '#app/today.ts';
import { attuneVersion } from '#app/version.ts';
import type { Member } from '#db/actor.server.ts';
import { fairnessAuditRuns } from '#db/schema/fairness-audit.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { buildWorker } from '#tests/services/results/worker-thread.ts';
import { createMember, createWorkspace } from '#tests/support/workspace.ts';
import { auditing } from './audited-place.ts';

describeOnDatabases('what computed an audit', () => {
  let owner: Member;
  let steps: ReturnType<typeof auditing>;
  beforeAll(async () => {
    await buildWorker();
    const workspace = await createWorkspace();
    owner = await createMember(workspace, 'model-owner');
    steps = auditing(owner, workspace);
  });

  it('is this version where it was carried out just now', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    await (await steps.conclude(ids, auditId)).run();
    const page = await getAudit(owner, { ...ids, auditId });
    expect(page).toMatchObject({ isSameAgain: true, isOfThisVersion: true });
  });

  it('is another version where it was carried out before computations had a number', async () => {
    const { ids } = await steps.here();
    const { auditId } = await steps.plan(ids);
    await openVerdicts(owner, { ...ids, auditId });
    const { organisationId } = owner;
    const asOf = (await getAudit(owner, { ...ids, auditId })).opened?.at ?? new Date();
    await withActor({ kind: 'system', organisationId }, (tx) =>
      tx.insert(fairnessAuditRuns).values({
        ...{ organisationId, auditId, asOf, ranOn: today(), carriedOutBy: 'x', actions: [] },
        ...{ verdicts: [], evidenceHash: 'x', codeVersion: attuneVersion, conclusion: 'x' },
        ...{ nextDueOn: addDays(today(), 300), recordedBy: owner.userId },
      }),
    );
    const page = await getAudit(owner, { ...ids, auditId });
    expect(page).toMatchObject({ isSameAgain: false, isOfThisVersion: false });
  });
});
