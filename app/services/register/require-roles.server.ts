import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import type { Transaction } from '#db/database.ts';
import type { LifecycleStage } from '#db/schema/ai-system.ts';
import { ServiceError } from '../../errors.ts';
import { rolesMissing } from './needed-roles.ts';

/** Refuses a stage whose roles nobody holds on the day of the decision, and names them. */
export async function requireRoles(
  tx: Transaction,
  of: { organisationId: string; systemId: string },
  step: { stage: LifecycleStage; before: LifecycleStage | null; decidedOn: string },
): Promise<void> {
  const { stage, before, decidedOn: day } = step;
  const missing = rolesMissing(await listSystemPeople(tx, of), { stage, before, day });
  if (missing.length === 0) return;
  throw new ServiceError('illegal-state', 'roles-missing', { roles: missing.join(' ') });
}
