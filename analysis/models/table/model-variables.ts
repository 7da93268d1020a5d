import { DomainError } from '../../errors.ts';
import type { Statement } from '../syntax/statement.ts';

export interface ModelVariables {
  readonly items: readonly string[];
  readonly factors: readonly string[];
  /** Factors that are indicators of, or regressed on, others. */
  readonly endogenous: ReadonlySet<string>;
}

function refuse(code: string, { line, column }: Statement, name: string): never {
  throw new DomainError(code, { name, line, column });
}

/**
 * The items and factors a model speaks of.
 *
 * Factors stand left of `=~`; everything else is an item. Both in the order of the text: items that
 * indicate factors first.
 *
 * @param statements the model.
 * @returns names; `endogenous` are factors with a residual instead of a variance.
 * @remarks Missing data: not applicable.
 * @throws DomainError with name, line, column: 'model-no-factor', 'model-own-indicator',
 *   'model-regression-of-item' (regressions are for factors), 'model-factor-with-item' (a covariance
 *   between a factor and an item).
 * @see Bollen, K. A. (1989). Structural Equations with Latent Variables, ch. 2.
 *   https://doi.org/10.1002/9781118619179.
 */
export function modelVariables(statements: readonly Statement[]): ModelVariables {
  const factors = new Set(statements.filter(({ op }) => op === '=~').map(({ lhs }) => lhs));
  const [first] = statements;
  if (factors.size === 0) {
    throw new DomainError('model-no-factor', {
      line: first?.line ?? 1,
      column: first?.column ?? 1,
    });
  }
  const items = new Set<string>();
  const endogenous = new Set<string>();
  const addItem = (name: string) => {
    if (!factors.has(name)) items.add(name);
  };
  for (const statement of statements) {
    const { lhs, op, rhs } = statement;
    if (op !== '=~') continue;
    if (lhs === rhs) refuse('model-own-indicator', statement, lhs);
    if (factors.has(rhs)) endogenous.add(rhs);
    addItem(rhs);
  }
  for (const statement of statements) {
    const { lhs, op, rhs } = statement;
    if (op === '=~') continue;
    if (op === '~') {
      const item = [lhs, rhs].find((name) => !factors.has(name));
      if (item !== undefined) refuse('model-regression-of-item', statement, item);
      endogenous.add(lhs);
    }
    if (op === '~~' && factors.has(lhs) !== factors.has(rhs)) {
      refuse('model-factor-with-item', statement, factors.has(lhs) ? rhs : lhs);
    }
    if (op !== '~') addItem(lhs);
    if (op === '~~') addItem(rhs);
  }
  return { items: [...items], factors: [...factors], endogenous };
}
