import type { Member } from '#db/actor.server.ts';
import { can } from '../../permissions.ts';
import { sectionNames, usualVisibility, type Section } from './description-fields.ts';
import type { Sections } from './description-schema.ts';

export function visibilityOf(sections: Sections, section: Section) {
  return sections.visibility?.[section] ?? usualVisibility;
}

function maySee(member: Pick<Member, 'role' | 'siteIds'>, sections: Sections, section: Section) {
  const level = visibilityOf(sections, section);
  if (level === 'private') return can(member, 'models-private.read');
  return level !== 'board' || can(member, 'models-board.read');
}

/** The sections that the member may read, and the names of those that are kept from them. */
export function shownSections(
  member: Pick<Member, 'role' | 'siteIds'>,
  sections: Sections,
): { sections: Sections; withheld: Section[] } {
  const withheld = sectionNames.filter((section) => !maySee(member, sections, section));
  const shown = Object.entries(sections).filter(([name]) => !withheld.includes(name as Section));
  return { sections: Object.fromEntries(shown), withheld };
}

/** What anybody may read: public sections alone. */
export function publicSections(sections: Sections): { sections: Sections; left: Section[] } {
  const isPublic = (section: Section) => visibilityOf(sections, section) === 'public';
  const shown = sectionNames.filter(isPublic).map((name) => [name, sections[name]]);
  const left = sectionNames.filter((name) => !isPublic(name) && sections[name] !== undefined);
  return { sections: Object.fromEntries(shown) as Sections, left };
}
