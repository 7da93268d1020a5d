import type { Member } from '#db/actor.server.ts';
import { deleteTheme, insertTheme, listThemes, updateTheme } from '#db/queries/theme.server.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { changeCoding, type CodingIds } from './coding-access.server.ts';

type Words = { title: LocalText; summary: LocalText };

/** Writes a theme, a new one where none is named. */
export async function saveTheme(
  member: Member,
  {
    themeId,
    revision,
    title,
    summary,
    ...ids
  }: CodingIds & Words & { themeId: string | null; revision: number },
): Promise<string> {
  return changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    if (themeId === null) return insertTheme(tx, { ...of, title, summary });
    if (!(await updateTheme(tx, { ...of, themeId, revision, title, summary }))) {
      const newest = (await listThemes(tx, of)).find(({ id }) => id === themeId);
      throw new ServiceError('conflict', 'edited-meanwhile', {
        revision: newest?.revision ?? revision,
      });
    }
    return themeId;
  });
}

/** Takes away a theme that holds no code. */
export async function removeTheme(
  member: Member,
  { themeId, ...ids }: CodingIds & { themeId: string },
): Promise<void> {
  await changeCoding(member, { ...ids, permission: 'themes.manage' }, async (tx, { of }) => {
    if (!(await deleteTheme(tx, { ...of, themeId }))) {
      throw new ServiceError('illegal-state', 'theme-has-codes');
    }
  });
}
