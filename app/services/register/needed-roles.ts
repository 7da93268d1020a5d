import type { LifecycleStage, SystemRole } from '#db/schema/ai-system.ts';
import { isServing } from './missing-duties.ts';

type Person = { role: SystemRole; fromOn: string; untilOn: string | null };

const rolesOfUse: readonly SystemRole[] = ['system-owner', 'safety-officer', 'clinical-lead'];

/** Stages in which people act on what the system says: nobody decides for one without these roles. */
export const stagesWithRoles: readonly LifecycleStage[] = ['pilot', 'live'];

/** Which of the roles that a stage needs nobody holds on a day. */
export function rolesMissing(
  people: readonly Person[],
  stage: LifecycleStage,
  day: string,
): SystemRole[] {
  if (!stagesWithRoles.includes(stage)) return [];
  return rolesOfUse.filter(
    (role) => !people.some((person) => person.role === role && isServing(person, day)),
  );
}
