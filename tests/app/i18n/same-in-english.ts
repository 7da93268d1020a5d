/** Texts that are right as they are in another language, each named: names and international words. */
export const sameInEnglish: ReadonlySet<string> = new Set(['common:brand']);
