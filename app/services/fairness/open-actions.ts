import type { FairnessActionOutcome } from '#db/queries/fairness-action.server.ts';
import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';
import { successorOf } from './audit-state.ts';

export type OpenAction = {
  deploymentId: string;
  auditId: string;
  action: string;
  dueOn: string;
};

/**
 * Actions of audits that nobody has recorded as done, those that are due first come first. What another audit took
 * the place of asks for nothing any more.
 */
export function openActions(
  rows: readonly FairnessAudit[],
  outcomes: readonly Pick<FairnessActionOutcome, 'auditId' | 'position'>[],
): OpenAction[] {
  return rows
    .filter((row) => successorOf(rows, row) === null)
    .flatMap(({ audit, run }) =>
      (run?.actions ?? [])
        .map(({ action, dueOn }) => ({
          ...{ deploymentId: audit.deploymentId, auditId: audit.id, action, dueOn },
        }))
        .filter(
          (_, position) =>
            !outcomes.some((done) => done.auditId === audit.id && done.position === position),
        ),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
