import { isScalar, LineCounter, Lexer, parseDocument, Parser, visit, type Document } from 'yaml';
import { ServiceError } from '../../../errors.ts';

type Fields = Record<string, unknown>;

/** A leaf with where it stands: one text, or the entries of a list of texts. */
export type Leaf = { path: string; entries: string[] };

const deepest = 32;

export function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function broken(line: number): never {
  throw new ServiceError('invalid', 'card-broken', { line });
}

/** Asked before the document is built: building it takes a call for each level, and enough of them end the process. */
function refuseDeep(text: string): void {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > deepest) broken(text.slice(0, parser.offset).split('\n').length);
  }
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
  refuseDeep(text);
  const lineCounter = new LineCounter();
  const strict = { schema: 'failsafe', uniqueKeys: false, stringKeys: true, lineCounter } as const;
  const document = parseDocument(text, strict);
  const [error] = document.errors;
  if (error) broken(error.linePos?.[0].line ?? 1);
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
