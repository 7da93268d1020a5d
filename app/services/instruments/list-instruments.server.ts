import type { Member } from '#db/actor.server.ts';
import { listVersionHeads } from '#db/queries/instrument.server.ts';
import { withActor } from '../../database.server.ts';
import { authorise, can } from '../../permissions.ts';
import { declaredLanguages } from './declared-languages.ts';
import { libraryEntries } from './library.ts';

/** The organisation's instruments by their newest version, and library entries it has not adopted. */
export async function listInstruments(member: Member) {
  authorise(member, 'instruments.read');
  const heads = await withActor(member, (tx) =>
    listVersionHeads(tx, { organisationId: member.organisationId }),
  );
  const newest = heads.filter(
    ({ instrumentId }, index) => heads[index - 1]?.instrumentId !== instrumentId,
  );
  const adopted = new Set(heads.map(({ slug }) => slug));
  return {
    mayDesign: can(member, 'instruments.design'),
    instruments: newest.map(({ instrumentId, title, number, state, items, languages }) => ({
      instrumentId,
      title,
      number,
      state,
      items,
      languages: declaredLanguages({ versions: languages }),
    })),
    library: libraryEntries
      .filter(({ slug }) => !adopted.has(slug))
      .map(({ slug, title, description, items, versions, rights }) => ({
        slug,
        title,
        description,
        items: items.length,
        languages: declaredLanguages({ versions }),
        licence: rights.licence,
      })),
  };
}
