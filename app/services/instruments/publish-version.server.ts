import type { Member } from '#db/actor.server.ts';
import { publishDraft } from '#db/queries/instrument.server.ts';
import { equivalences, type Equivalence } from '#surveys/model/compare-instruments.ts';
import { publishingProblems } from '#surveys/model/publishable.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { compareWithPredecessor } from './compare-versions.server.ts';
import { declaredLanguages } from './declared-languages.ts';
import {
  auditVersion,
  draftRefusal,
  requireVersion,
  type VersionAddress,
} from './internal.server.ts';

export type Publication = VersionAddress & {
  baseHash: string;
  /** From version 2 on: how its answers compare with those to the version before. */
  equivalence: { claim: Equivalence; note: string } | null;
};

const strength = (claim: Equivalence) => -equivalences.indexOf(claim);

/** Freezes a draft. What it claims about the version before may be weaker than the documents, never stronger. */
export async function publishVersion(member: Member, publication: Publication): Promise<void> {
  authorise(member, 'instruments.publish');
  const { baseHash, equivalence, ...address } = publication;
  await withActor(member, async (tx) => {
    const version = await requireVersion(tx, member, address);
    const problems = publishingProblems(version.document, declaredLanguages(version.document));
    if (problems.length > 0) throw new ServiceError('invalid', 'version-not-publishable');
    const comparison = await compareWithPredecessor(tx, member, { ...address, version });
    if (comparison && !equivalence) throw new ServiceError('invalid', 'equivalence-missing');
    if (comparison && equivalence?.note.trim() === '') {
      throw new ServiceError('invalid', 'equivalence-note-missing');
    }
    const claim = comparison ? (equivalence?.claim ?? null) : null;
    if (comparison && claim && strength(claim) > strength(comparison.strongestEquivalence)) {
      throw new ServiceError('invalid', 'equivalence-too-strong');
    }
    const published = await publishDraft(tx, {
      organisationId: member.organisationId,
      ...address,
      baseHash,
      equivalence: claim,
      equivalenceNote: claim ? (equivalence?.note ?? null) : null,
      publishedBy: member.userId,
    });
    if (!published) throw await draftRefusal(tx, member, address);
    await auditVersion(tx, member, {
      action: 'instrument.published',
      address,
      detail: { contentHash: baseHash, equivalence: claim },
    });
  });
}
