import type { z } from 'zod';
import { maximumExpressionDepth } from './expression.ts';
import {
  jsonPointer,
  type InstrumentIssue,
  type InstrumentIssueCode,
} from './instrument-issues.ts';

type ZodIssue = z.core.$ZodIssue;

const countedOrigins = new Set(['array', 'set', 'map']);

function boundCode(issue: ZodIssue & { code: 'too_small' | 'too_big' }): InstrumentIssueCode {
  const isBig = issue.code === 'too_big';
  if (countedOrigins.has(issue.origin)) return isBig ? 'too-many' : 'too-few';
  if (issue.origin === 'string') return isBig ? 'too-long' : 'too-short';
  return 'out-of-range';
}

function bound(issue: ZodIssue & { code: 'too_small' | 'too_big' }): number {
  return Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
}

// Below the deepest level the schema knows no `all`, `any` or `not`.
function isNestedTooDeep({ path }: ZodIssue): boolean {
  const depth = path.filter((key) => key === 'of').length + 1;
  return path.at(-1) === 'op' && depth >= maximumExpressionDepth;
}

/** Says in our codes what zod found; the document's own text is never repeated, keys are. */
export function toInstrumentIssues(issue: ZodIssue): InstrumentIssue[] {
  const path = jsonPointer(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: jsonPointer([...issue.path, key.slice(0, 80)]),
        code: 'unknown-key',
      }));
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'missing-key' : 'wrong-type' }];
    case 'too_small':
    case 'too_big':
      return [{ path, code: boundCode(issue), values: { limit: bound(issue) } }];
    case 'invalid_format':
    case 'invalid_key':
      return [{ path, code: 'bad-format' }];
    case 'custom':
      return [{ path, code: 'forbidden-character' }];
    case 'invalid_union':
      return [{ path, code: isNestedTooDeep(issue) ? 'too-deep' : 'unknown-value' }];
    case 'invalid_value':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ path, code: 'unknown-value' }];
  }
}
