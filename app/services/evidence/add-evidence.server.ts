import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { insertEvidence } from '#db/queries/evidence.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import { writeAudit } from '../audit/write-audit.server.ts';
import { contentHash } from '../content-hash.server.ts';
import type { EvidenceInput } from './evidence-input.ts';
import { fieldedDocument, itemsHash } from './internal.server.ts';

type Gathered = { instrumentId: string; input: EvidenceInput; itemsHash: string };

/** The same evidence twice is there once. */
export async function storeEvidence(
  tx: Transaction,
  member: Member,
  { instrumentId, input, itemsHash: hash }: Gathered,
): Promise<void> {
  const { organisationId, userId } = member;
  const content = { ...input, itemsHash: hash };
  const added = await insertEvidence(tx, {
    ...{ organisationId, instrumentId, ...content },
    ...{ contentHash: contentHash(content), enteredBy: userId },
  });
  if (!added) return;
  await writeAudit(tx, {
    ...{ organisationId, actor: userId, action: 'evidence.added', subjectId: instrumentId },
    detail: { kind: input.finding.kind, language: input.language, origin: input.origin },
  });
}

/** Evidence that a person enters: published elsewhere or done by named people, of the items as they are. */
export async function addEvidence(
  member: Member,
  instrumentId: string,
  input: EvidenceInput,
): Promise<void> {
  authorise(member, 'evidence.manage');
  const { organisationId } = member;
  await withActor(member, async (tx) => {
    const document = await fieldedDocument(tx, { organisationId, instrumentId });
    const hash = itemsHash(document, input.language);
    await storeEvidence(tx, member, { instrumentId, input, itemsHash: hash });
  });
}
