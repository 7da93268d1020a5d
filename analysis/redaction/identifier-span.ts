/** What may tell who somebody is, in order of how sure its pattern is: the first of two that overlap names both. */
export const identifierKinds = [
  'e-mail',
  'account-number',
  'nhs-number',
  'phone',
  'date-of-birth',
  'postcode',
  'name',
  'other',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** A stretch of a text in UTF-16 units, `end` not included. */
export type IdentifierSpan = { start: number; end: number; kind: IdentifierKind };

export type FindingOptions = {
  /** BCP 47 tag of the language of the text; patterns of every country are tried in each. */
  language: string;
  /** Names that the author asks to be left out. */
  names: readonly string[];
  /** The day on which the text is read, as YYYY-MM-DD: it decides how old a date is. */
  today: string;
};
