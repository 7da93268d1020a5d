import type { LifecycleStage, SystemRole } from '#db/schema/ai-system.ts';
import { stops } from './fitting-stages.ts';
import { isServing } from './missing-duties.ts';
import { lifecycleStages } from './register-words.ts';

type Person = { role: SystemRole; fromOn: string; untilOn: string | null };

const rolesOfUse: readonly SystemRole[] = ['system-owner', 'safety-officer', 'clinical-lead'];

/** Stages in which people act on what the system says without restriction. */
const stagesWithRoles: readonly LifecycleStage[] = ['pilot', 'live'];

/** Nobody decides for use without these roles; to restrict what was in use protects, and waits for nobody. */
function needsRoles(stage: LifecycleStage, before: LifecycleStage | null): boolean {
  if (stage !== 'restricted') return stagesWithRoles.includes(stage);
  return before === null || !stagesWithRoles.includes(before);
}

/** Stages at which a system is entered: before its use, for nobody can be named for it before it is there. */
export const stagesOfEntry = lifecycleStages.filter(
  (stage) => !stops.includes(stage) && !needsRoles(stage, null),
);

/** Which of the roles that a step needs nobody holds on a day; `before` is null of a first entry. */
export function rolesMissing(
  people: readonly Person[],
  { stage, before, day }: { stage: LifecycleStage; before: LifecycleStage | null; day: string },
): SystemRole[] {
  if (!needsRoles(stage, before)) return [];
  return rolesOfUse.filter(
    (role) => !people.some((person) => person.role === role && isServing(person, day)),
  );
}
