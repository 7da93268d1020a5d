import { replaceBands } from '#db/queries/panel-person.server.ts';
import { forPerson, idsOf } from './for-person.server.ts';
import { offeredBands } from './offered-bands.ts';
import { askedAbout } from './require-joinable.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** What somebody says of themselves from now on; without answers all of it is deleted. */
export async function saveAboutMe(
  reader: PanelPerson,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const person = idsOf(reader);
  await forPerson(reader, async (tx) => {
    const about = await askedAbout(tx, reader.panel);
    const bands = offeredBands(about, answers);
    await replaceBands(tx, { ...person, bands, expiresOn: about?.expiresOn ?? '' });
  });
}
