import { randomInt } from 'node:crypto';

/** Without 0, 1, I, L, O, which are misread; 31 symbols, a prime, which the check needs. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const radix = codeAlphabet.length;
const length = 12;

/** A ballot opens and withdraws answers; a linking code joins one person's waves. */
export type CodeKind = 'ballot' | 'linking';

/** The kinds end in different remainders, so that one mistaken for the other is noticed too. */
const remainders: Record<CodeKind, number> = { ballot: 0, linking: 7 };

const lookAlikes: Record<string, string> = Object.fromEntries(
  Array.from('АВЕКМНРСТХУЅЗ').map((letter, i) => [letter, 'ABEKMHPCTXYS3'[i] ?? '']),
);

/** Places weigh 1 to 12: a wrong symbol or two swapped ones always change the remainder. */
function weightedSum(symbols: string): number {
  return Array.from(symbols).reduce(
    (sum, symbol, i) => sum + (i + 1) * codeAlphabet.indexOf(symbol),
    0,
  );
}

function checkSymbol(kind: CodeKind, body: string): string {
  for (const symbol of codeAlphabet) {
    if (weightedSum(body + symbol) % radix === remainders[kind]) return symbol;
  }
  throw new Error('the last weight is invertible, so one symbol always fits');
}

function complete(kind: CodeKind, digits: readonly number[]): string {
  const body = digits.map((digit) => codeAlphabet.charAt(digit)).join('');
  return body + checkSymbol(kind, body);
}

export function newCode(kind: CodeKind): string {
  return complete(
    kind,
    Array.from({ length: length - 1 }, () => randomInt(radix)),
  );
}

/** The same random bytes give the same code; nobody gets from the code back to them. */
export function codeFromBytes(kind: CodeKind, bytes: Buffer): string {
  const base = BigInt(radix);
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  const digits = Array.from({ length: length - 1 }, () => {
    const digit = Number(rest % base);
    rest /= base;
    return digit;
  });
  return complete(kind, digits);
}

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  // Arabic-Indic, then its Persian form: what an Arabic keyboard types.
  if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
  if (point >= 0x6f0 && point <= 0x6f9) return String(point - 0x6f0);
  return digit;
}

/** What a person typed, in whatever case, script and grouping, as the twelve symbols meant. */
export function normaliseCode(typed: string): string {
  return Array.from(typed.slice(0, 100).normalize('NFKC').toUpperCase())
    .map((symbol) => lookAlikes[symbol] ?? asciiDigit(symbol))
    .filter((symbol) => /[0-9\p{L}]/u.test(symbol))
    .join('');
}

export const codeProblems = ['incomplete', 'other-kind', 'mistyped'] as const;
export type CodeProblem = (typeof codeProblems)[number];

/** Why `code` cannot be one of this kind, or null when it can. */
export function codeProblem(kind: CodeKind, code: string): CodeProblem | null {
  if (code.length !== length) return 'incomplete';
  if (Array.from(code).some((symbol) => !codeAlphabet.includes(symbol))) return 'mistyped';
  const remainder = weightedSum(code) % radix;
  if (remainder === remainders[kind]) return null;
  return Object.values(remainders).includes(remainder) ? 'other-kind' : 'mistyped';
}

/** Groups of four, as it is shown and read out. */
export function formatCode(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join('-');
}
