import { setLanguageOf } from '#db/queries/user.server.ts';
import type { Language } from '#surveys/model/languages.ts';
import { getDatabase } from '../../database.server.ts';
import type { SignedInUser } from '../../http/session.server.ts';

/** Remembers in which language somebody works, so that a mail to them speaks it. */
export async function keepLanguage(
  user: Pick<SignedInUser, 'id' | 'language'>,
  language: Language,
): Promise<void> {
  if (user.language === language) return;
  await setLanguageOf(getDatabase(), { userId: user.id, language });
}
