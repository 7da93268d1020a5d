import { z } from 'zod';
import { answerOf, missingReasons, type Answers, type MissingReason } from './answers.ts';
import { codeSchema, idSchema } from './identifiers.ts';

export const comparisons = ['<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

export type Expression =
  | { op: 'all' | 'any'; of: Expression[] }
  | { op: 'not'; of: Expression }
  | { op: 'equals'; item: string; code: number }
  | { op: 'in'; item: string; codes: number[] }
  | { op: 'compare'; item: string; comparison: Comparison; code: number }
  | { op: 'answered'; item: string }
  | { op: 'missing'; item: string; reason?: MissingReason }
  | { op: 'count-answered'; items: string[]; atLeast: number };

export const maximumExpressionDepth = 8;

const leaves = [
  z.strictObject({ op: z.literal('equals'), item: idSchema, code: codeSchema }),
  z.strictObject({
    op: z.literal('in'),
    item: idSchema,
    codes: z.array(codeSchema).min(1).max(30),
  }),
  z.strictObject({
    op: z.literal('compare'),
    item: idSchema,
    comparison: z.enum(comparisons),
    code: codeSchema,
  }),
  z.strictObject({ op: z.literal('answered'), item: idSchema }),
  z.strictObject({
    op: z.literal('missing'),
    item: idSchema,
    reason: z.enum(missingReasons).exactOptional(),
  }),
  z.strictObject({
    op: z.literal('count-answered'),
    items: z.array(idSchema).min(1).max(300),
    atLeast: z.int().min(1).max(300),
  }),
] as const;

// A schema per depth instead of a recursive one: a hostile document cannot exhaust the stack.
function schemaOfDepth(depth: number): z.ZodType<Expression> {
  if (depth <= 1) return z.discriminatedUnion('op', leaves);
  const inner = schemaOfDepth(depth - 1);
  return z.discriminatedUnion('op', [
    ...leaves,
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(inner).min(1).max(30) }),
    z.strictObject({ op: z.literal('not'), of: inner }),
  ]);
}

export const expressionSchema = schemaOfDepth(maximumExpressionDepth);

function compare(left: number, comparison: Comparison, right: number): boolean {
  switch (comparison) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function codeOf(answers: Answers, item: string): number | undefined {
  const answer = answerOf(answers, item);
  return answer !== undefined && 'code' in answer ? answer.code : undefined;
}

/** Total: whatever a valid expression asks of an item without a code is false, save `missing`. */
export function evaluate(expression: Expression, answers: Answers): boolean {
  switch (expression.op) {
    case 'all':
      return expression.of.every((part) => evaluate(part, answers));
    case 'any':
      return expression.of.some((part) => evaluate(part, answers));
    case 'not':
      return !evaluate(expression.of, answers);
    case 'equals':
      return codeOf(answers, expression.item) === expression.code;
    case 'in': {
      const code = codeOf(answers, expression.item);
      return code !== undefined && expression.codes.includes(code);
    }
    case 'compare': {
      const code = codeOf(answers, expression.item);
      return code !== undefined && compare(code, expression.comparison, expression.code);
    }
    case 'answered':
      return codeOf(answers, expression.item) !== undefined;
    case 'missing': {
      if (expression.reason === undefined) return codeOf(answers, expression.item) === undefined;
      const answer = answerOf(answers, expression.item);
      return answer !== undefined && 'missing' in answer && answer.missing === expression.reason;
    }
    case 'count-answered': {
      const answered = [...new Set(expression.items)].filter(
        (item) => codeOf(answers, item) !== undefined,
      );
      return answered.length >= expression.atLeast;
    }
  }
}
