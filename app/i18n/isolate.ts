import { directionOf, type Language } from '#surveys/model/languages.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** What is read by other programs stays as it is. */
const address = /:\/\/|\S@\S/;

/**
 * Keeps a value whole in a sentence that runs the other way: inside Arabic “2026-09” would read
 * “09-2026”, and an English name would lose its brackets (Unicode's isolates, FSI … PDI).
 */
export function isolateIn(language: Language): (value: string) => string {
  const isRightToLeft = directionOf(language) === 'rtl';
  return (value) => {
    const isForeign = isRightToLeft || rightToLeft.test(value);
    return isForeign && !address.test(value) ? `\u2068${value}\u2069` : value;
  };
}
