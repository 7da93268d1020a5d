import type { Member } from '#db/actor.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise } from '../../permissions.ts';
import type { Section } from './description-fields.ts';
import { requireSystem } from './internal.server.ts';
import { listTestWaves } from './list-test-waves.server.ts';
import { readSystemFrame } from './read-system.server.ts';
import { visibilityOf } from './shown-sections.ts';

/** What the form of a section starts from. */
export async function getSection(
  member: Member,
  { systemId, section }: { systemId: string; section: Section | 'identity' },
) {
  authorise(member, 'models.manage');
  return withActor(member, async (tx) => {
    const { sections, summary } = await requireSystem(tx, member, systemId);
    return {
      frame: await readSystemFrame(tx, member, systemId),
      summary,
      values: section === 'identity' ? {} : (sections[section] ?? {}),
      visibility: section === 'identity' ? null : visibilityOf(sections, section),
      waves: await listTestWaves(tx, member),
    };
  });
}
