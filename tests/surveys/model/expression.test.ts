import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  expressionSchema,
  maximumExpressionDepth,
  type Expression,
} from '#surveys/model/expression.ts';
import { answersTo, expressions } from '#tests/surveys/support/arbitraries.ts';
import { smallInstrument } from '#tests/surveys/support/small-instrument.ts';

const answers = { A1: { code: 2 }, A2: { missing: 'dont-know' as const } };

const table: [Expression, boolean][] = [
  [{ op: 'equals', item: 'A1', code: 2 }, true],
  [{ op: 'equals', item: 'A1', code: 1 }, false],
  [{ op: 'equals', item: 'A2', code: 0 }, false],
  [{ op: 'in', item: 'A1', codes: [1, 2] }, true],
  [{ op: 'in', item: 'A3', codes: [1, 2] }, false],
  [{ op: 'compare', item: 'A1', comparison: '>', code: 1 }, true],
  [{ op: 'compare', item: 'A1', comparison: '>', code: 2 }, false],
  [{ op: 'compare', item: 'A1', comparison: '>=', code: 2 }, true],
  [{ op: 'compare', item: 'A1', comparison: '<', code: 2 }, false],
  [{ op: 'compare', item: 'A1', comparison: '<=', code: 2 }, true],
  [{ op: 'compare', item: 'A2', comparison: '<', code: 9 }, false],
  [{ op: 'compare', item: 'A3', comparison: '>=', code: 0 }, false],
  [{ op: 'answered', item: 'A1' }, true],
  [{ op: 'answered', item: 'A2' }, false],
  [{ op: 'answered', item: 'constructor' }, false],
  [{ op: 'missing', item: 'A1' }, false],
  [{ op: 'missing', item: 'A2' }, true],
  [{ op: 'missing', item: 'A3' }, true],
  [{ op: 'missing', item: 'A2', reason: 'dont-know' }, true],
  [{ op: 'missing', item: 'A2', reason: 'skipped' }, false],
  [{ op: 'missing', item: 'A3', reason: 'skipped' }, false],
  [{ op: 'count-answered', items: ['A1', 'A2'], atLeast: 1 }, true],
  [{ op: 'count-answered', items: ['A1', 'A2'], atLeast: 2 }, false],
  [{ op: 'count-answered', items: ['A1', 'A1'], atLeast: 2 }, false],
];

function nestedNot(depth: number): Expression {
  return depth <= 1 ? { op: 'answered', item: 'A1' } : { op: 'not', of: nestedNot(depth - 1) };
}

describe('expressions', () => {
  it.each(table)('%j is %s', (expression, expected) => {
    expect(evaluate(expression, answers)).toBe(expected);
  });

  it('accepts and evaluates whatever is well formed, and obeys De Morgan', () => {
    const anyAnswers = answersTo(smallInstrument());
    fc.assert(
      fc.property(expressions, expressions, anyAnswers, (a, b, given) => {
        expect(expressionSchema.safeParse(a).success).toBe(true);
        const neither: Expression = { op: 'not', of: { op: 'any', of: [a, b] } };
        const both: Expression = {
          op: 'all',
          of: [
            { op: 'not', of: a },
            { op: 'not', of: b },
          ],
        };
        expect(evaluate(neither, given)).toBe(evaluate(both, given));
      }),
    );
  });

  it('ends at its depth limit and survives a document far beyond it', () => {
    expect(expressionSchema.safeParse(nestedNot(maximumExpressionDepth)).success).toBe(true);
    expect(expressionSchema.safeParse(nestedNot(maximumExpressionDepth + 1)).success).toBe(false);
    const hostile: unknown = JSON.parse('{"op":"not","of":'.repeat(5000) + '1' + '}'.repeat(5000));
    expect(expressionSchema.safeParse(hostile).success).toBe(false);
  });

  it.each([
    { op: 'equals', item: 'A1', code: 1, also: true },
    { op: 'eval', code: 'process.exit()' },
    { op: 'all', of: [] },
    { op: 'in', item: 'A1', codes: [] },
    { op: 'compare', item: 'A1', comparison: '==', code: 1 },
    null,
  ])('refuses %j', (expression) => {
    expect(expressionSchema.safeParse(expression).success).toBe(false);
  });
});
