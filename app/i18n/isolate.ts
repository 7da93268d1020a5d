import { directionOf, type Language } from '#surveys/model/languages.ts';
import { formatTag } from './locales.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Figures alone belong to the words beside them, as in “n = 205”. */
const figuresAlone = /^[^\p{L}\d]*\d*(?:[.,]\d+)*[^\p{L}\d]*$/u;
/** What is read by other programs stays as it is, and so does what is made of isolated parts. */
const finished = /:\/\/|\S@\S|\u2068/;

/**
 * Keeps a value whole in a sentence that runs the other way: inside Arabic “2026-09” would read
 * “09-2026”, and an English name would lose its brackets (Unicode's isolates, FSI … PDI).
 */
export function isolateIn(language: Language): (value: string) => string {
  const isRightToLeft = directionOf(language) === 'rtl';
  return (value) => {
    const isForeign = rightToLeft.test(value) !== isRightToLeft;
    const staysAsItIs = finished.test(value) || figuresAlone.test(value);
    return isForeign && !staysAsItIs ? `\u2068${value}\u2069` : value;
  };
}

/** A list in the order of the reader's language, whatever direction its parts have. */
export function listIn(
  language: Language,
  parts: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(formatTag(language), { type }).format(parts.map(isolateIn(language)));
}
