import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';

export const auditStates = ['planned', 'overdue', 'carried-out', 'superseded'] as const;
export type AuditState = (typeof auditStates)[number];

type Row = {
  audit: Pick<
    FairnessAudit['audit'],
    'id' | 'deploymentId' | 'number' | 'metric' | 'part' | 'cohort' | 'dueOn' | 'supersedesId'
  >;
  run: Pick<NonNullable<FairnessAudit['run']>, 'nextDueOn'> | null;
};

/** What took the place of an audit: of a planned one at once, of one carried out when its successor is. */
export function successorOf<Of extends Row>(rows: readonly Of[], { audit, run }: Row): Of | null {
  const next = rows.find(({ audit: { supersedesId } }) => supersedesId === audit.id);
  if (!next) return null;
  return run === null || next.run !== null ? next : null;
}

export function auditState(rows: readonly Row[], row: Row, today: string): AuditState {
  if (successorOf(rows, row) !== null) return 'superseded';
  if (row.run !== null) return 'carried-out';
  return row.audit.dueOn < today ? 'overdue' : 'planned';
}

const isSameQuestion = ({ audit: a }: Row, { audit: b }: Row) =>
  a.deploymentId === b.deploymentId &&
  a.metric === b.metric &&
  a.part === b.part &&
  a.cohort === b.cohort;

/** Days by which an audit should have been carried out and was not: planned ones, and the next after one that was. */
export function overdueAudits(rows: readonly Row[], today: string): string[] {
  const standing = rows.filter((row) => auditState(rows, row, today) !== 'superseded');
  return standing
    .flatMap((row) => {
      if (row.run === null) return [row.audit.dueOn];
      const isFollowed = standing.some(
        (later) => later.audit.number > row.audit.number && isSameQuestion(later, row),
      );
      return isFollowed ? [] : [row.run.nextDueOn];
    })
    .filter((day) => day < today)
    .sort();
}
