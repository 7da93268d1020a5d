import type { z } from 'zod';
import { isIdentifierName, isIdentifierValue } from './identifier-names.ts';
import { shownName, valueAt } from './shown-value.ts';

/** Why something that was sent is refused, with what a machine's owner reads of it. */
export const faultWords = {
  missing: 'A field that is needed is missing.',
  'unknown-field': 'No such field exists.',
  'unknown-kind': 'The kind of a record is none that is known.',
  'unknown-word': 'The value is none of the words that are allowed.',
  'not-text': 'Text is needed.',
  'not-a-code': 'A code begins with a letter or digit and has no commas or quotes.',
  'not-a-count': 'A whole number is needed.',
  'not-a-number': 'A number is needed.',
  'not-a-share': 'A share above 0 and at most 1 is needed.',
  'not-positive': 'A number above 0 is needed.',
  'not-a-list': 'A list is needed.',
  'not-an-object': 'An object is needed.',
  'not-a-uuid': 'A UUID is needed.',
  'not-a-day': 'A day is written YYYY-MM-DD.',
  'day-out-of-range': 'The day lies before 1990 or after 2199.',
  'below-zero': 'The number is below 0.',
  'too-small': 'The number is too small.',
  'too-large': 'The number is too large.',
  'too-long': 'The text is too long.',
  empty: 'Something is needed here.',
  'too-many-bins': 'There are too many bins.',
  'too-many-records': 'A batch has at most 1,000 records.',
  'unstorable-sign': 'The text has control signs.',
  'identifier-name': 'The name is that of something that tells who a person is: aggregates only.',
  'identifier-value': 'The value reads like a number or address of a person: aggregates only.',
  'ends-before-start': 'A period ends after it starts.',
  'period-in-future': 'The period has not ended yet.',
  'numerator-above-denominator': 'The numerator is larger than the denominator.',
  'bins-differ': 'Lists of one histogram have different lengths.',
  'edges-not-rising': 'Edges must rise.',
  'edges-or-levels': 'Either edges or levels are needed.',
  'sum-outside-bin': 'The sum of risks does not fit the counts and edges of its bin.',
  'labelled-differs': 'The counts do not add up to the labelled cases.',
  'labelled-above-scored': 'There are more labelled than scored cases.',
  'scored-above-eligible': 'There are more scored than eligible cases.',
  'quartiles-out-of-order': 'Quantiles must rise.',
  duplicate: 'Another record of the batch has the same metric, group, version and period.',
  overlaps: 'Another record of the batch has an overlapping period.',
  'overlaps-stored':
    'A part of the period is stored: see `stored_period` and `sent_period`. To have the whole period in its place, take back the batch that holds the part first, by its address with `/withdrawal`.',
  'within-stored':
    'The period is a part of a stored one: see `sent_period` and `stored_period`. Its days are counted already: leave the record out. To put numbers right, send the stored period again; to have the part in its place, take back the batch that holds the whole first, by its address with `/withdrawal`.',
  'across-stored':
    'The period shares some days with a stored one, and neither holds the other: see `sent_period` and `stored_period`. Send the stored period, or take back the batch that holds it first, by its address with `/withdrawal`.',
  'above-overall': 'Groups have more than the overall record of the same metric and period.',
  'unknown-part': 'The part is none of the codes that this metric has.',
  'parts-shares': 'Parts of this metric are shares: numerator and denominator.',
  'parts-differ': 'Parts of one metric, group and period have different denominators.',
  'parts-above': 'Parts of one metric, group and period are together more than their denominator.',
  'parts-below':
    'All parts of one metric, group and period are together less than their denominator.',
  'small-cell': 'A count lies below the number that the source promised to suppress.',
  'ragged-row': 'The row has another number of cells than the heading.',
  'column-twice': 'Two columns have one name.',
  'label-unknown': 'The label is none of part, cohort, mode, dimension, level.',
  'counter-alone':
    'Counters come in pairs: events with cases or with exposure; a histogram with its sum.',
  'counter-decreased': 'The counter fell, and _created does not say that it began anew.',
  'counter-without-start':
    'The counter is missing in the scrape of the start, and _created does not say that it began within the period.',
  'counter-ended': 'The counter is missing in the scrape of the end.',
  'counter-reset-apart': 'Counters that belong together did not begin anew together.',
  'scrape-out-of-period':
    'The time lies more than a day from the end of the period that it stands for.',
  'quantile-beyond-buckets': 'The median lies in a bucket without an upper edge.',
} as const;
export type FaultCode = keyof typeof faultWords;

type FaultPeriod = { start: string; end: string };

export type Fault = {
  /** RFC 6901, into what was sent. */
  pointer: string;
  code: FaultCode;
  /** What was found: a field, another record's pointer. */
  found?: string;
  /** What stands there, as far as it may be told, and what may stand there: for machines alone. */
  value?: string;
  allowed?: string;
  /** Of a table: where its reader finds it. */
  line?: number;
  column?: string;
  /** Line of another record that it collides with. */
  otherLine?: number;
  /** What was sent, and what is stored of some of its days; `end` is the day after the last. */
  periods?: { sent: FaultPeriod; stored: FaultPeriod };
};

export function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

const isFaultCode = (text: string): text is FaultCode => Object.hasOwn(faultWords, text);

const typeCodes: Readonly<Record<string, FaultCode>> = {
  ...{ string: 'not-text', number: 'not-a-count', int: 'not-a-count' },
};
const formatCodes: Readonly<Record<string, FaultCode>> = { date: 'not-a-day', uuid: 'not-a-uuid' };

/** Issues of zod that say no code of ours, by what they are about. */
export function codeOf(issue: z.core.$ZodIssue, sent: unknown): FaultCode {
  if (isFaultCode(issue.message)) return issue.message;
  if (sent === undefined) return 'missing';
  if (issue.code === 'invalid_value') return 'unknown-word';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-large';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'empty' : 'too-small';
  if (issue.code === 'invalid_type') return typeCodes[issue.expected] ?? 'not-an-object';
  return issue.code === 'invalid_format'
    ? (formatCodes[issue.format] ?? 'not-a-code')
    : 'not-a-code';
}

/** What is wrong with a name that no field has; one that tells of a person by itself is no part of the place. */
function unknownField(path: readonly PropertyKey[], key: string): Fault {
  if (isIdentifierValue(key)) return { pointer: pointerOf(path), code: 'identifier-value' };
  const code = isIdentifierName(key) ? 'identifier-name' : 'unknown-field';
  return { pointer: pointerOf([...path, shownName(key)]), code };
}

/** Everything a schema found in what it read; `at` leads there. */
export function faultsOf(
  error: z.ZodError,
  sent: unknown,
  at: readonly PropertyKey[] = [],
): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(path, key));
    return [{ pointer: pointerOf(path), code: codeOf(issue, valueAt(sent, issue.path)) }];
  });
}
