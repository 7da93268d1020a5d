import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { countRevision, insertDescription } from '#db/queries/ai-system.server.ts';
import { findCardImport, setCardApplied } from '#db/queries/card-import.server.ts';
import { withActor } from '../../../database.server.ts';
import { ServiceError } from '../../../errors.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { enterVersion } from '../add-version.server.ts';
import { enterSystem, systemRefusals, type NewSystem } from '../create-system.server.ts';
import type { Sections, SectionValues } from '../description-schema.ts';
import { sectionNames } from '../description-fields.ts';
import { auditRegister, requireSystem } from '../internal.server.ts';
import { requireNotRetired } from '../require-not-retired.server.ts';
import { readCard } from './read-card.ts';

/** Which field of the form a refusal of the service is about. */
export const cardRefusals = {
  ...systemRefusals,
  'version-exists': 'version',
} as const;

type Input = {
  importId: string;
  version: string;
  /** A system that stands already, or what is needed to enter one. */
  into: { systemId: string } | Omit<NewSystem, 'sections'>;
};

/** What a card adds: a field that says something already is never overwritten. */
function withAdded(before: Sections, card: Sections): Sections {
  const added = sectionNames.map((section): [string, SectionValues] => [
    section,
    { ...card[section], ...before[section] },
  ]);
  const said = added.filter(([, values]) => Object.keys(values).length > 0);
  return { ...before, ...Object.fromEntries(said) };
}

async function addToSystem(tx: Transaction, member: Member, systemId: string, card: Sections) {
  const { organisationId, userId: recordedBy } = member;
  await requireNotRetired(tx, { organisationId, systemId, deploymentId: null });
  const { name, summary, category, sections, revision } = await requireSystem(tx, member, systemId);
  const next = await countRevision(tx, { organisationId, systemId, revision });
  if (!next) throw new ServiceError('conflict');
  await insertDescription(tx, {
    ...{ organisationId, systemId, recordedBy, number: next.revision, name, summary, category },
    sections: withAdded(sections, card),
  });
}

/** Takes a card over once: into a new system, or as a version of one that stands. */
export async function applyCard(
  member: Member,
  { importId, version, into }: Input,
): Promise<{ systemId: string }> {
  authorise(member, 'models.manage');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const stored = await findCardImport(tx, { organisationId, importId });
    if (!stored) throw new ServiceError('not-found');
    const card = readCard(stored.content);
    const { sections } = card;
    const systemId =
      'systemId' in into ? into.systemId : await enterSystem(tx, member, { ...into, sections });
    if ('systemId' in into) await addToSystem(tx, member, systemId, sections);
    await enterVersion(tx, member, { systemId, ...card.version, version });
    const applied = { organisationId, importId, systemId, appliedOn: today() };
    if (!(await setCardApplied(tx, applied))) throw new ServiceError('conflict', 'card-applied');
    await auditRegister(tx, member, {
      action: 'system.card-imported',
      subjectId: systemId,
      detail: { importId, format: card.format, contentHash: stored.contentHash, version },
    });
    return { systemId };
  });
}
