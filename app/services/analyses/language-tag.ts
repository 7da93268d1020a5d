import { z } from 'zod';

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isKnown(tag: string): boolean {
  try {
    return names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** The tag of a language that has a name. */
export const languageTag = z
  .string()
  .refine(isKnown)
  .default('en')
  .describe('the tag of a known language, that of the answers');
