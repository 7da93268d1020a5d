import {
  Composer,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type CST,
  type Document,
} from 'yaml';
import { ServiceError } from '../../../errors.ts';

type Fields = Record<string, unknown>;

/** A leaf with where it stands: one text, or the entries of a list of texts. */
export type Leaf = { path: string; entries: string[] };

const deepest = 32;
/** Names, values, marks and spaces. A card with the results of hundreds of tasks has a third of it. */
const mostSigns = 250_000;

export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(line: number): never {
  throw new ServiceError('invalid', 'card-broken', { line });
}

/**
 * What the parser makes of a text, once: reading it for its depth alone and again for its content took twice as
 * long. Both bounds hold before a document is built, which takes a call for each level and a moment for each
 * sign; a text of line ends alone is a million signs.
 */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let signs = 0;
  for (const lexeme of new Lexer().lex(text)) {
    signs += 1;
    if (signs > mostSigns) throw new ServiceError('invalid', 'card-too-many');
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest) broken(lines.linePos(parser.offset).line);
  }
  yield* parser.end();
}

/** The only document of a text. */
function documentOf(text: string, lines: LineCounter): Document {
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, stringKeys: true });
  const lineOf = (offset = 0) => lines.linePos(offset).line || 1;
  const [document, another] = composer.compose(tokensOf(text, lines), true, text.length);
  if (!document) return broken(1);
  const [error] = document.errors;
  if (error) broken(lineOf(error.pos[0]));
  if (another) broken(lineOf(another.range[0]));
  return document;
}

/** The parser compares each key with each, which takes long where there are many. */
function refuseRepeated(document: Document, lines: LineCounter): void {
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) broken(lines.linePos(key.range?.[0] ?? 0).line || 1);
        seen.add(key.value);
      }
    },
  });
}

/** The map that a YAML or JSON text holds, each value as it was written: `1.10` stays what it is. */
export function readYaml(text: string): Fields {
  const lineCounter = new LineCounter();
  const document = documentOf(text, lineCounter);
  refuseRepeated(document, lineCounter);
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 0 });
  } catch {
    broken(1);
  }
  if (!isMap(content)) throw new ServiceError('invalid', 'card-unknown');
  return content;
}

const isNothing = /^(null|~)$/i;
const isText = (value: unknown): value is string => typeof value === 'string';

/** Every leaf of a map, in order; lists of anything but texts are counted from one. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  const inside = Array.isArray(value)
    ? value.map((child, index) => [String(index + 1), child] as const)
    : isMap(value)
      ? Object.entries(value)
      : [];
  if (inside.length === 0 || (Array.isArray(value) && value.every(isText))) {
    const says = (text: string) => text !== '' && (Array.isArray(value) || !isNothing.test(text));
    const texts = (Array.isArray(value) ? value : [value]).filter(isText);
    return [{ path, entries: texts.map((text) => text.trim()).filter(says) }];
  }
  return inside.flatMap(([key, child]) => leavesOf(child, path === '' ? key : `${path}/${key}`));
}
