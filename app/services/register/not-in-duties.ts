import type { SystemRole } from '#db/schema/ai-system.ts';
import type { Duty, DutyCode } from './missing-duties.ts';

const dutyOfRole: Partial<Record<SystemRole, DutyCode>> = {
  ...{ 'system-owner': 'no-owner', 'safety-officer': 'no-safety-officer' },
  'clinical-lead': 'no-clinical-lead',
};

/** Where conditions stand, below the page of the system: of the whole (`null`) or of a place. */
export const conditionsPath = (deploymentId: string | null) =>
  `${deploymentId === null ? '' : `/deployments/${deploymentId}`}#conditions`;

/** Roles that nobody holds, without those that the list of what is missing names. */
export const rolesNotIn = (duties: readonly Duty[], roles: readonly SystemRole[]) =>
  roles.filter((role) => !duties.some(({ code }) => code === dutyOfRole[role]));

/** Open conditions of a place or of the whole, without those that the list names as late. */
export function conditionsNotIn<Open extends { text: string; dueOn: string }>(
  duties: readonly Duty[],
  open: readonly Open[],
  deploymentId: string | null,
): Open[] {
  const listed = duties.filter(
    ({ code, path }) => code === 'condition-overdue' && path === conditionsPath(deploymentId),
  );
  return open.filter(
    ({ text, dueOn }) => !listed.some(({ what, on }) => what === text && on === dueOn),
  );
}
