import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { languagesWithout } from '../panels/languages-without.ts';

/** People read what came of their words in their own language: every one of the panel must be there. */
export function requireWords(text: LocalText, languages: readonly string[], reason: string): void {
  if (languagesWithout(text, languages).length > 0) throw new ServiceError('invalid', reason);
}
