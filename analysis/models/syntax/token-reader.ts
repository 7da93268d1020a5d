import { syntaxError } from './syntax-error.ts';
import type { Token } from './tokenise.ts';

/** Walks over tokens; the last one, 'end', is never passed. */
export class TokenReader {
  #position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(ahead = 0): Token {
    const token = this.tokens[this.#position + ahead] ?? this.tokens.at(-1);
    return token ?? { kind: 'end', text: '', line: 1, column: 1 };
  }

  take(kind: Token['kind'], expected: string): Token {
    const token = this.peek();
    if (token.kind !== kind) throw syntaxError(token, token.text.trim(), expected);
    this.#position += 1;
    return token;
  }

  /** Takes the next token when it is this one. */
  takeIf(kind: Token['kind'], text?: string): boolean {
    const token = this.peek();
    if (token.kind !== kind || (text !== undefined && token.text !== text)) return false;
    this.#position += 1;
    return true;
  }
}
