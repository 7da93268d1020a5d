import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { lockStudy } from '#db/queries/study.server.ts';
import { listWaves } from '#db/queries/wave.server.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { comesThroughPanel } from '../studies/response-modes.ts';
import { writeAudit } from '../audit/write-audit.server.ts';

/** Refuses to ask by link or mail where answers come from people of a panel. */
export function requireLinks({ responseMode }: { responseMode: string }): void {
  if (comesThroughPanel(responseMode)) {
    throw new ServiceError('illegal-state', 'answers-through-panel');
  }
}

/** Invitations and reminders lead somewhere only while the study and the wave are open. */
export async function requireOpenWave(
  tx: Transaction,
  member: Member,
  { studyId, waveId }: { studyId: string; waveId: string },
) {
  const ofStudy = { organisationId: member.organisationId, studyId };
  const study = await lockStudy(tx, ofStudy);
  const wave = (await listWaves(tx, ofStudy)).find(({ id }) => id === waveId);
  if (!study || !wave) throw new ServiceError('not-found');
  if (study.state !== 'open') throw new ServiceError('illegal-state', `study-is-${study.state}`);
  if (wave.state !== 'open') throw new ServiceError('illegal-state', `wave-is-${wave.state}`);
  return wave;
}

/** Says how many and where, never whom: the trail outlives the invitations. */
export async function auditInvitations(
  tx: Transaction,
  member: Member,
  event: { action: AuditAction; studyId: string; detail: Record<string, unknown> },
): Promise<void> {
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: event.studyId,
    detail: event.detail,
  });
}
