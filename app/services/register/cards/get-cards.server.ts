import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listSystemPeople } from '#db/queries/ai-system.server.ts';
import { listCardImports } from '#db/queries/card-import.server.ts';
import { getOrganisation } from '#db/queries/membership.server.ts';
import { listVersions } from '#db/queries/model-version.server.ts';
import { listStageEvents } from '#db/queries/stage-event.server.ts';
import { localText, type LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../../database.server.ts';
import { defaultLanguage } from '../../../i18n/locales.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { requireSystem } from '../internal.server.ts';
import { isServing } from '../missing-duties.ts';
import { readSystemFrame } from '../read-system.server.ts';
import { stagesInUse } from '../register-words.ts';
import { publicSections } from '../shown-sections.ts';
import { eventsOf, stageOf } from '../stages.ts';
import { publicKept } from './public-kept.ts';
import { writeNl } from './write-nl.ts';

const firstOf = (text: LocalText) => Object.keys(text)[0];

/** What files about a system are made of: what everybody may read, and nothing else. */
export async function collectCard(tx: Transaction, member: Member, systemId: string) {
  const { organisationId } = member;
  const system = await requireSystem(tx, member, systemId);
  const [version] = await listVersions(tx, { organisationId, systemId });
  const imports = await listCardImports(tx, { organisationId, systemId });
  const people = await listSystemPeople(tx, { organisationId, systemId });
  const events = await listStageEvents(tx, { organisationId, systemId });
  const organisation = await getOrganisation(tx, { organisationId });
  const owner = people.find((p) => p.role === 'senior-owner' && isServing(p, today()));
  const begun = eventsOf(events, systemId, null).findLast(({ stage }) =>
    stagesInUse.includes(stage),
  );
  const chai = imports.find(({ format }) => format === 'chai-0.2');
  const { sections, left } = publicSections(system.sections);
  const unmapped = publicKept(chai?.unmapped ?? [], sections);
  return {
    ...{ imports, left, sections, version: version ?? null, slug: system.slug, systemId },
    describedAt: system.describedAt,
    language: defaultLanguage in system.name ? defaultLanguage : (firstOf(system.name) ?? 'und'),
    name: localText(system.name, defaultLanguage, defaultLanguage),
    summary: localText(system.summary, defaultLanguage, defaultLanguage),
    ...{ kept: unmapped.kept, keptBack: unmapped.left },
    organisation: organisation?.name ?? '',
    seniorOwner: owner?.name ?? '',
    stage: stageOf(events, systemId, null),
    begunOn: begun?.decidedOn ?? null,
  };
}

/** The page of files: what may go out, what stays, and which cards were read. */
export async function getCards(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  return withActor(member, async (tx) => {
    const card = await collectCard(tx, member, systemId);
    const dutch = writeNl(card);
    return {
      frame: await readSystemFrame(tx, member, systemId),
      imports: card.imports,
      left: card.left,
      keptBack: card.keptBack,
      missingInDutch: dutch.ok ? [] : dutch.missing,
    };
  });
}
