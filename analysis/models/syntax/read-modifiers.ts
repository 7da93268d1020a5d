import type { Modifier } from './statement.ts';
import { syntaxError } from './syntax-error.ts';
import type { TokenReader } from './token-reader.ts';

const expectedModifier = 'number, NA, label, start( ) or c( )';

/** The list between parentheses. */
function readList<Value>(reader: TokenReader, read: () => Value): Value[] {
  if (!reader.takeIf('sign', '(')) throw syntaxError(reader.peek(), reader.peek().text, '(');
  const values = [read()];
  while (reader.takeIf('sign', ',')) values.push(read());
  if (!reader.takeIf('sign', ')')) throw syntaxError(reader.peek(), reader.peek().text, ', or )');
  return values;
}

function readValue(reader: TokenReader): Modifier {
  const token = reader.peek();
  if (reader.takeIf('number')) return { fixed: Number(token.text) };
  if (reader.takeIf('string')) return { label: token.text.slice(1, -1) };
  if (reader.takeIf('name')) {
    return token.text === 'NA' ? { isFree: true } : { label: token.text };
  }
  throw syntaxError(token, token.text.trim(), expectedModifier);
}

function readModifier(reader: TokenReader): Modifier[] {
  const { kind, text } = reader.peek();
  if (kind !== 'name' || reader.peek(1).text !== '(') return [readValue(reader)];
  if (!['c', 'start', 'label'].includes(text)) {
    throw syntaxError(reader.peek(), text, expectedModifier);
  }
  reader.take('name', expectedModifier);
  const values = readList(reader, () => readValue(reader));
  if (text !== 'start') return values;
  return values.map(({ fixed }) => {
    if (fixed === undefined) throw syntaxError(reader.peek(), '', 'number');
    return { start: fixed };
  });
}

/** Several modifiers of one parameter, group by group. */
function merge(a: readonly Modifier[], b: readonly Modifier[]): Modifier[] {
  const groups = Math.max(a.length, b.length);
  const of = (list: readonly Modifier[], group: number) =>
    list.length === 1 ? list[0] : list[group];
  return Array.from({ length: groups }, (_, group) => ({ ...of(a, group), ...of(b, group) }));
}

/**
 * The modifiers before a variable: everything up to the last `*`.
 *
 * Several are joined: `start(0.5)*a*x1`.
 *
 * @param reader before the term; afterwards before its variable.
 * @returns none, one for all groups, or one for each group.
 * @remarks Missing data: `NA*` frees a parameter.
 * @throws DomainError 'model-syntax'.
 * @see Rosseel, Y. (2012). lavaan. J Stat Softw 48(2), sections 3.2 and 6.
 *   https://doi.org/10.18637/jss.v048.i02.
 */
export function readModifiers(reader: TokenReader): Modifier[] {
  let modifiers: Modifier[] = [];
  for (;;) {
    const isCall = reader.peek(1).text === '(';
    if (!isCall && reader.peek(1).text !== '*') return modifiers;
    modifiers = merge(modifiers, readModifier(reader));
    if (!reader.takeIf('sign', '*')) throw syntaxError(reader.peek(), reader.peek().text, '*');
  }
}
