import { identifierKinds, type IdentifierKind } from '#analysis/redaction/identifier-span.ts';
import { toLanguage } from '../../i18n/locales.ts';
import { translateInto } from '../../i18n/translate.server.ts';

/** What stands for each kind of thing that is taken out, in the language of the text itself. */
export async function placeholderWords(language: string): Promise<Record<IdentifierKind, string>> {
  const t = (await translateInto(toLanguage(language))).getFixedT(
    toLanguage(language),
    'moderation',
  );
  const words = identifierKinds.map((kind) => [kind, `[${t(`kind.${kind}`)}]`] as const);
  return Object.fromEntries(words) as Record<IdentifierKind, string>;
}
