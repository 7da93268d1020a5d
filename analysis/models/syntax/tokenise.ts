import { syntaxError, type Place } from './syntax-error.ts';

export const operators = ['=~', '~~', '~*~', '~', '|'] as const;

export type Operator = (typeof operators)[number];

export interface Token extends Place {
  readonly kind: 'name' | 'number' | 'string' | 'operator' | 'sign' | 'break' | 'end';
  readonly text: string;
}

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /[^\S\n]+|[#!][^\n]*/y],
  ['break', /[\n;]/y],
  ['operator', /=~|~\*~|~~|~|\|/y],
  ['number', /-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y],
  ['name', /[\p{L}_.][\p{L}\p{N}_.]*/uy],
  ['string', /"[^"\n]*"|'[^'\n]*'/y],
  ['sign', /[*+(),]/y],
];

/** Whether a statement cannot end after, or begin with, the token. */
const isOpen = ({ kind, text }: Token) => kind === 'operator' || (kind === 'sign' && text !== ')');
const isContinuation = ({ kind, text }: Token) => isOpen({ kind, text } as Token) && text !== '(';

/** Breaks inside a formula are no breaks. */
function joinLines(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'break') {
      kept.push(token);
      return;
    }
    const before = kept.at(-1);
    const after = tokens.slice(index + 1).find(({ kind }) => kind !== 'break');
    const isInside =
      token.text === '\n' &&
      before !== undefined &&
      (isOpen(before) || (after !== undefined && isContinuation(after)));
    if (!isInside) kept.push(token);
  });
  return kept;
}

/**
 * The words of a model text with their places.
 *
 * `#` and `!` begin a comment; a line break or `;` ends a statement, unless a line ends with, or the next
 * one begins with, an operator, `+`, `*` or a comma.
 *
 * @param text the model.
 * @returns tokens, the last of kind 'end'.
 * @remarks Missing data: an empty text is one 'end'.
 * @throws DomainError 'model-syntax' with line, column, what was found, what was expected.
 * @see Rosseel, Y. (2012). lavaan. J Stat Softw 48(2), section 3. https://doi.org/10.18637/jss.v048.i02.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let [position, line, lineStart] = [0, 1, 0];
  while (position < text.length) {
    const place = { line, column: position - lineStart + 1 };
    const match = patterns
      .map(([kind, pattern]) => {
        pattern.lastIndex = position;
        return { kind, text: pattern.exec(text)?.[0] };
      })
      .find((candidate) => candidate.text !== undefined);
    if (match?.text === undefined) {
      throw syntaxError(place, text.charAt(position), 'name, number, =~ ~~ ~ | * + ( ) ,');
    }
    if (match.kind !== 'space') tokens.push({ kind: match.kind, text: match.text, ...place });
    position += match.text.length;
    if (match.text === '\n') [line, lineStart] = [line + 1, position];
  }
  tokens.push({ kind: 'end', text: '', line, column: position - lineStart + 1 });
  return joinLines(tokens);
}
