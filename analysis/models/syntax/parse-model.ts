import { readModifiers } from './read-modifiers.ts';
import type { Statement } from './statement.ts';
import { syntaxError } from './syntax-error.ts';
import { TokenReader } from './token-reader.ts';
import { operators, tokenise, type Operator } from './tokenise.ts';

const isOperator = (text: string): text is Operator =>
  (operators as readonly string[]).includes(text);

function readNames(reader: TokenReader): string[] {
  const names = [reader.take('name', 'name').text];
  while (reader.takeIf('sign', '+')) names.push(reader.take('name', 'name').text);
  return names;
}

function readStatement(reader: TokenReader): Statement[] {
  const lhs = readNames(reader);
  const operator = reader.take('operator', '=~ ~~ ~ ~1 |').text;
  if (!isOperator(operator)) throw syntaxError(reader.peek(), operator, '=~ ~~ ~ ~1 |');
  const statements: Statement[] = [];
  do {
    const { line, column } = reader.peek();
    const modifiers = readModifiers(reader);
    const term = reader.peek();
    const isIntercept = operator === '~' && term.kind === 'number' && term.text === '1';
    if (isIntercept) reader.take('number', '1');
    else reader.take('name', operator === '~' ? 'name or 1' : 'name');
    for (const name of lhs) {
      const op = isIntercept ? '~1' : operator;
      statements.push({
        lhs: name,
        op,
        rhs: isIntercept ? '' : term.text,
        modifiers,
        line,
        column,
      });
    }
  } while (reader.takeIf('sign', '+'));
  const { kind } = reader.peek();
  if (kind !== 'break' && kind !== 'end') {
    throw syntaxError(reader.peek(), reader.peek().text, '+ or the end of the line');
  }
  return statements;
}

/**
 * A model text as statements, one for each parameter it names.
 *
 * Factor `=~` indicators · item `~~` item · item `~1` · item `|` threshold · item `~*~` item (scaling) ·
 * factor `~` factor. Before a variable, joined by `*`: a number (fixed), NA (free), a name or "text" (label),
 * start(0.5), c(…) with one of these for each group.
 *
 * @param text the model; statements on lines of their own or separated by `;`; comments after `#` or `!`.
 * @returns statements in the order of the text, each with its place.
 * @remarks Missing data: not applicable. A text without statements is refused.
 * @throws DomainError 'model-syntax' with line, column, what was found, what was expected.
 * @see Rosseel, Y. (2012). lavaan: an R package for structural equation modeling. J Stat Softw 48(2),
 *   section 3. https://doi.org/10.18637/jss.v048.i02. Reference program: lavaan 0.6-14.
 */
export function parseModel(text: string): Statement[] {
  const reader = new TokenReader(tokenise(text));
  const statements: Statement[] = [];
  while (reader.peek().kind !== 'end') {
    if (reader.takeIf('break')) continue;
    statements.push(...readStatement(reader));
  }
  if (statements.length === 0)
    throw syntaxError({ line: 1, column: 1 }, '', 'factor =~ item + item');
  return statements;
}
