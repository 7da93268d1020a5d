import type { Member } from '#db/actor.server.ts';
import { insertAlarmBudget, listAlarmBudgets } from '#db/queries/chart-baseline.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { today } from '../../today.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Says how many false alarms a year the whole board accepts; what was said before stays. */
export async function declareBudget(
  member: Member,
  input: { falseAlarmsAYear: number; reason: string; revision: number },
): Promise<void> {
  authorise(member, 'alarm-budget.declare');
  const { organisationId, userId } = member;
  const { falseAlarmsAYear, reason, revision } = input;
  await withActor(member, async (tx) => {
    const newest = (await listAlarmBudgets(tx, { organisationId }))[0]?.number ?? 0;
    const number = revision + 1;
    const values = { organisationId, number, falseAlarmsAYear, reason };
    const row = { ...values, declaredBy: userId, declaredOn: today() };
    if (newest !== revision || !(await insertAlarmBudget(tx, row))) {
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    await writeAudit(tx, {
      ...{ organisationId, actor: userId, action: 'monitoring.budget-declared' },
      ...{ subjectId: organisationId, detail: { number, falseAlarmsAYear } },
    });
  });
}
