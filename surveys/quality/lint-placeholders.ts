import { error, warning, type TextFinding } from './findings.ts';

const placeholder = /\{\{\s*[\w.-]+\s*\}\}|\$?\{\s*[\w.-]+\s*\}|%(?:\d+\$)?[sd]/gu;

function placeholdersOf(text: string): string[] {
  return (text.match(placeholder) ?? []).map((found) => found.replace(/\s/gu, '')).sort();
}

function isBalanced(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

const brackets = ['()', '[]', '（）', '«»'] as const;

/** Placeholders must survive translation unchanged; what is left of a brace is a broken one. */
export function lintPlaceholders(text: string, source?: string): TextFinding[] {
  const found = placeholdersOf(text);
  const expected = source === undefined ? found : placeholdersOf(source);
  const isBroken = /[{}]/u.test(text.replace(placeholder, ''));
  const isMismatch = found.join(' ') !== expected.join(' ');
  const unmatched = brackets.filter(([open = '', close = '']) => !isBalanced(text, open, close));
  return [
    ...(isBroken ? [error('placeholder-broken')] : []),
    ...(isMismatch
      ? [error('placeholder-mismatch', { expected: expected.join(' '), found: found.join(' ') })]
      : []),
    ...unmatched.map((pair) => warning('unmatched-bracket', { brackets: pair })),
  ];
}
