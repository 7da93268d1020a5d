import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { findVersion, insertInstrument, insertVersion } from '#db/queries/instrument.server.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { ServiceError } from '../../errors.ts';
import type { AuditAction } from '../audit/audit-actions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { contentHash } from '../content-hash.server.ts';

export type VersionAddress = { instrumentId: string; number: number };

export async function requireVersion(tx: Transaction, member: Member, address: VersionAddress) {
  const version = await findVersion(tx, { organisationId: member.organisationId, ...address });
  if (!version) throw new ServiceError('not-found');
  return version;
}

/** Says why a draft could not be changed: it is published, or somebody else saved it meanwhile. */
export async function draftRefusal(
  tx: Transaction,
  member: Member,
  address: VersionAddress,
): Promise<ServiceError> {
  const version = await requireVersion(tx, member, address);
  return version.state === 'published'
    ? new ServiceError('illegal-state', 'version-published', { number: version.number })
    : new ServiceError('conflict', 'draft-changed');
}

/** A new instrument with its first version; refused where its short name is taken. */
export async function createInstrument(
  tx: Transaction,
  member: Member,
  event: { document: Instrument; action: AuditAction },
): Promise<VersionAddress> {
  const { organisationId } = member;
  const { document, action } = event;
  const instrument = await insertInstrument(tx, { organisationId, slug: document.slug });
  if (!instrument) {
    throw new ServiceError('conflict', 'instrument-exists', { slug: document.slug });
  }
  const hash = contentHash(document);
  const address = { instrumentId: instrument.id, number: 1 };
  await insertVersion(tx, { organisationId, ...address, document, contentHash: hash });
  await writeAudit(tx, {
    organisationId,
    actor: member.userId,
    action,
    subjectId: instrument.id,
    detail: { slug: document.slug, contentHash: hash },
  });
  return address;
}

export async function auditVersion(
  tx: Transaction,
  member: Member,
  event: { action: AuditAction; address: VersionAddress; detail: Record<string, unknown> },
): Promise<void> {
  const { instrumentId, number } = event.address;
  await writeAudit(tx, {
    organisationId: member.organisationId,
    actor: member.userId,
    action: event.action,
    subjectId: instrumentId,
    detail: { number, ...event.detail },
  });
}
