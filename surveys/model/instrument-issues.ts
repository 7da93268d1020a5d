export const instrumentIssueCodes = [
  // shape
  'wrong-type',
  'missing-key',
  'unknown-key',
  'unknown-value',
  'bad-format',
  'forbidden-character',
  'out-of-range',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'too-deep',
  'not-json',
  // identity
  'duplicate-id',
  'duplicate-code',
  'duplicate-order',
  'duplicate-version',
  'duplicate-reference',
  // references
  'unknown-item',
  'unknown-option-set',
  'unknown-scale',
  'unknown-code',
  // pages and conditions
  'item-not-on-page',
  'item-on-two-pages',
  'depends-on-itself',
  'depends-on-later-item',
  'count-exceeds-items',
  'text-item-has-no-code',
  // scales
  'text-item-in-scale',
  'minimum-exceeds-items',
  'mixed-score-ranges',
  'no-score-range',
  'nested-subscale',
  'subscale-items-outside-scale',
  // wording
  'source-version-missing',
  'source-version-elsewhere',
  'easy-read-without-standard',
  'wording-incomplete',
] as const;
export type InstrumentIssueCode = (typeof instrumentIssueCodes)[number];

/** `path` is a JSON pointer into the document; `values` fill the placeholders of a message. */
export type InstrumentIssue = {
  path: string;
  code: InstrumentIssueCode;
  values?: Record<string, string | number>;
};

export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
