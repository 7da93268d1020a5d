import { DomainError } from '../../errors.ts';

export type Comparison = '>=' | '<=' | '>' | '<' | '=' | '!=';

/** What a formula of a few operators says. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/' | '^' | Comparison;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Numbers, names (letters, digits, dot, underscore; anything in back-ticks or quotes), operators. */
const token =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+)|([\p{L}_.][\p{L}\p{N}_.]*)|`([^`]+)`|"([^"]*)"|'([^']*)'|(>=|<=|==|!=|[-+*/^()<>=]))/iuy;

type Token =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'sign'; sign: string };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const rest = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < rest.length) {
    const at = token.lastIndex;
    const match = token.exec(rest);
    if (!match) throw new DomainError('expression', { text, at });
    const [, number, name, ticked, double, single, sign] = match;
    const quoted = name ?? ticked ?? double ?? single;
    if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (quoted !== undefined) tokens.push({ kind: 'name', name: quoted });
    else tokens.push({ kind: 'sign', sign: sign === '==' ? '=' : (sign ?? '') });
  }
  return tokens;
}

const levels = [
  ['>=', '<=', '>', '<', '=', '!='],
  ['+', '-'],
  ['*', '/'],
] as const;
const MAXIMUM_DEPTH = 50;

/**
 * A formula as a tree: numbers, column names, + − * / ^, parentheses, and one comparison.
 *
 * comparison = sum [(≥ | ≤ | > | < | = | ≠) sum]; sum = product {(+ | −) product}; product = factor
 * {(* | /) factor}; factor = [−] atom [^ factor]; atom = number | name | ( comparison ).
 *
 * @param text such as "(age - 48)/10" or "attitude >= 4"; names with other signs stand in back-ticks.
 * @returns the tree; nothing is ever executed.
 * @remarks Missing data: not here. `=` and `==` are the same.
 * @throws DomainError 'expression' where it cannot be read.
 * @see Aho, A. V. et al. (2006). Compilers (2nd ed.), section 4.4, recursive descent.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let place = 0;
  const wrong = () => new DomainError('expression', { text, token: place + 1 });
  const takeSign = (signs: readonly string[]): string | undefined => {
    const next = tokens[place];
    if (next?.kind !== 'sign' || !signs.includes(next.sign)) return undefined;
    place += 1;
    return next.sign;
  };
  const atom = (depth: number): Expression => {
    if (depth > MAXIMUM_DEPTH) throw wrong();
    if (takeSign(['(']) !== undefined) {
      const inner = series(0, depth + 1);
      if (takeSign([')']) === undefined) throw wrong();
      return inner;
    }
    const next = tokens[place];
    if (next === undefined || next.kind === 'sign') throw wrong();
    place += 1;
    return next.kind === 'number' ? next : { kind: 'column', name: next.name };
  };
  const factor = (depth: number): Expression => {
    if (depth > MAXIMUM_DEPTH) throw wrong();
    if (takeSign(['-']) !== undefined) return { kind: 'negative', of: factor(depth + 1) };
    const left = atom(depth);
    if (takeSign(['^']) === undefined) return left;
    return { kind: 'binary', operator: '^', left, right: factor(depth + 1) };
  };
  const series = (level: number, depth: number): Expression => {
    const operators = levels[level];
    if (!operators) return factor(depth);
    let left = series(level + 1, depth);
    for (;;) {
      const operator = operators.find((sign) => takeSign([sign]) !== undefined);
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: series(level + 1, depth) };
      if (level === 0) return left;
    }
  };
  const tree = series(0, 0);
  if (place < tokens.length) throw wrong();
  return tree;
}
