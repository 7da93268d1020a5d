import type { Member } from '#db/actor.server.ts';
import { readCoding, type CodingIds } from './coding-access.server.ts';
import { collectInputs } from './collect-inputs.server.ts';
import { effectiveCodes } from './effective-codes.ts';
import { peopleOf, wordsOfThemes } from './theme-words.ts';

/** Themes with their codes, and codes that are in none yet. */
export async function getThemesPage(member: Member, ids: CodingIds) {
  const page = await readCoding(member, ids, async (tx, { of }) => ({
    inputs: await collectInputs(tx, of),
  }));
  const { codes, themes } = page.inputs;
  const codeOf = effectiveCodes(codes);
  const words = new Map(wordsOfThemes(page.inputs).map((one) => [one.id, one]));
  const people = (all: readonly { memberId: string }[] = []) => peopleOf(all).size;
  return {
    ...{ frame: page.frame, coding: page.coding },
    codes: codes
      .filter(({ id }) => codeOf.get(id) === id)
      .map(({ id, name, themeId, against }) => ({ id, name, themeId, against })),
    themes: themes.map((theme) => ({
      ...theme,
      people: people(words.get(theme.id)?.inFavour),
      against: people(words.get(theme.id)?.against),
    })),
  };
}
