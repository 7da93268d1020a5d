import type { Member } from '#db/actor.server.ts';
import { countRevision, insertDescription } from '#db/queries/ai-system.server.ts';
import type { SystemCategory } from '#db/schema/ai-system.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import type { Section, Visibility } from './description-fields.ts';
import type { SectionValues } from './description-schema.ts';
import { auditRegister, requireSystem } from './internal.server.ts';
import { raiseTransferNotices } from './raise-transfer-notices.server.ts';

export type DescriptionChange =
  | { of: 'identity'; name: LocalText; summary: LocalText; category: SystemCategory }
  | { of: Section; values: SectionValues; visibility: Visibility };

/** Says something else of a system. What was said before is kept, and of two who save one is told. */
export async function describeSystem(
  member: Member,
  { systemId, revision, change }: { systemId: string; revision: number; change: DescriptionChange },
): Promise<void> {
  authorise(member, 'models.manage');
  const { organisationId, userId: recordedBy } = member;
  await withActor(member, async (tx) => {
    const before = await requireSystem(tx, member, systemId);
    const next = await countRevision(tx, { organisationId, systemId, revision });
    if (!next) {
      const { revision: newest } = await requireSystem(tx, member, systemId);
      throw new ServiceError('conflict', 'edited-meanwhile', { revision: newest });
    }
    const { name, summary, category, sections } = before;
    const description =
      change.of === 'identity'
        ? { name: change.name, summary: change.summary, category: change.category, sections }
        : {
            ...{ name, summary, category },
            sections: {
              ...sections,
              [change.of]: change.values,
              visibility: { ...sections.visibility, [change.of]: change.visibility },
            },
          };
    const ofSystem = { organisationId, systemId, recordedBy };
    await insertDescription(tx, { ...ofSystem, ...description, number: next.revision });
    if (change.of === 'sovereignty') {
      const saved = { systemId, number: next.revision, before: sections, after: change.values };
      await raiseTransferNotices(tx, member, saved);
    }
    await auditRegister(tx, member, {
      action: 'system.described',
      subjectId: systemId,
      detail: { section: change.of, number: next.revision },
    });
  });
}
