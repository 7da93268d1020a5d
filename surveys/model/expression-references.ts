import type { Expression } from './expression.ts';

export type ExpressionReference = {
  item: string;
  codes: readonly number[];
  /** It asks for the code, not only whether there is an answer. */
  asksCode: boolean;
};

/** Every item an expression asks about, with the codes that must exist in its option set. */
export function expressionReferences(expression: Expression): ExpressionReference[] {
  switch (expression.op) {
    case 'all':
    case 'any':
      return expression.of.flatMap(expressionReferences);
    case 'not':
      return expressionReferences(expression.of);
    case 'equals':
      return [{ item: expression.item, codes: [expression.code], asksCode: true }];
    case 'in':
      return [{ item: expression.item, codes: expression.codes, asksCode: true }];
    // A threshold need not be a code: "greater than 3" is sound where 3 is not offered.
    case 'compare':
      return [{ item: expression.item, codes: [], asksCode: true }];
    case 'answered':
    case 'missing':
      return [{ item: expression.item, codes: [], asksCode: false }];
    case 'count-answered':
      return expression.items.map((item) => ({ item, codes: [], asksCode: false }));
  }
}

/** The `count-answered` parts that can never hold, because they ask for more items than they list. */
export function impossibleCounts(expression: Expression): { atLeast: number; listed: number }[] {
  switch (expression.op) {
    case 'all':
    case 'any':
      return expression.of.flatMap(impossibleCounts);
    case 'not':
      return impossibleCounts(expression.of);
    case 'count-answered': {
      const listed = new Set(expression.items).size;
      return expression.atLeast > listed ? [{ atLeast: expression.atLeast, listed }] : [];
    }
    case 'equals':
    case 'in':
    case 'compare':
    case 'answered':
    case 'missing':
      return [];
  }
}
