import type { FairnessAudit } from '#db/queries/fairness-audit.server.ts';

export const auditStates = [
  'planned',
  'overdue',
  'carried-out',
  'superseded',
  'withdrawn',
] as const;
export type AuditState = (typeof auditStates)[number];

type Row = {
  audit: Pick<
    FairnessAudit['audit'],
    'id' | 'deploymentId' | 'number' | 'metric' | 'part' | 'cohort' | 'dueOn' | 'supersedesId'
  >;
  run: Pick<NonNullable<FairnessAudit['run']>, 'nextDueOn'> | null;
  /** That it is not carried out after all; nothing of it counts. */
  withdrawn: object | null;
};

const nextOf = <Of extends Row>(rows: readonly Of[], { audit }: Row) =>
  rows.find(({ audit: { supersedesId } }) => supersedesId === audit.id);

/** Itself, or the last of those that should have taken its place, one after the other, and were withdrawn. */
export function lastWithdrawn<Of extends Row>(rows: readonly Of[], row: Of): Of {
  const next = nextOf(rows, row);
  return next?.withdrawn ? lastWithdrawn(rows, next) : row;
}

/** What took the place of an audit: of a planned one at once, of one carried out when its successor is. */
export function successorOf<Of extends Row>(rows: readonly Of[], row: Of): Of | null {
  const next = nextOf(rows, lastWithdrawn(rows, row));
  if (!next) return null;
  return row.run === null || next.run !== null ? next : null;
}

/** Whether another may still take its place. */
export const isReplaceable = <Of extends Row>(rows: readonly Of[], row: Of): boolean =>
  row.withdrawn === null && nextOf(rows, lastWithdrawn(rows, row)) === undefined;

/** Whose place it takes: what was withdrawn meanwhile had none. */
export function replacedBy<Of extends Row>(rows: readonly Of[], { audit }: Row): Of | null {
  const older = rows.find(({ audit: { id } }) => id === audit.supersedesId);
  if (!older) return null;
  return older.withdrawn ? replacedBy(rows, older) : older;
}

export function auditState(rows: readonly Row[], row: Row, today: string): AuditState {
  if (row.withdrawn !== null) return 'withdrawn';
  if (successorOf(rows, row) !== null) return 'superseded';
  if (row.run !== null) return 'carried-out';
  return row.audit.dueOn < today ? 'overdue' : 'planned';
}

/** From which day on the verdicts of an audit may be opened, its period being over; null: they may now. */
export const opensOn = (
  { periodTo }: Pick<FairnessAudit['audit'], 'periodTo'>,
  today: string,
): string | null => (periodTo !== null && periodTo > today ? periodTo : null);

const isSameQuestion = ({ audit: a }: Row, { audit: b }: Row) =>
  a.deploymentId === b.deploymentId &&
  a.metric === b.metric &&
  a.part === b.part &&
  a.cohort === b.cohort;

type OverdueAudit = {
  deploymentId: string;
  /** Null: it was not even planned. */
  auditId: string | null;
  dueOn: string;
};

/** Audits that should have been carried out and were not: planned ones, and the next after one that was. */
export function overdueAudits(rows: readonly Row[], today: string): OverdueAudit[] {
  const gone: readonly AuditState[] = ['superseded', 'withdrawn'];
  const standing = rows.filter((row) => !gone.includes(auditState(rows, row, today)));
  return standing
    .flatMap((row): OverdueAudit[] => {
      const { id, deploymentId, dueOn } = row.audit;
      if (row.run === null) return [{ deploymentId, auditId: id, dueOn }];
      const isFollowed = standing.some(
        (later) => later.audit.number > row.audit.number && isSameQuestion(later, row),
      );
      return isFollowed ? [] : [{ deploymentId, auditId: null, dueOn: row.run.nextDueOn }];
    })
    .filter(({ dueOn }) => dueOn < today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
