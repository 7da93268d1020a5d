export const lintCodes = [
  'control-character',
  'undisplayable-character',
  'stray-mark',
  'mojibake',
  'script-missing',
  'foreign-script',
  'mixed-script-word',
  'foreign-letter',
  'another-language',
  'placeholder-broken',
  'placeholder-mismatch',
  'unmatched-bracket',
  'identical-to-source',
  'too-long',
  'too-short',
  'edge-space',
  'double-space',
  'not-normalised',
  'repeated-label',
] as const;
export type LintCode = (typeof lintCodes)[number];

export const severities = ['error', 'warning'] as const;
export type Severity = (typeof severities)[number];

export type TextFinding = {
  code: LintCode;
  severity: Severity;
  values: Record<string, string | number>;
};

export function error(code: LintCode, values: TextFinding['values'] = {}): TextFinding {
  return { code, severity: 'error', values };
}

export function warning(code: LintCode, values: TextFinding['values'] = {}): TextFinding {
  return { code, severity: 'warning', values };
}

/** Characters as code points, because the offending ones are often invisible. */
export function codePoints(characters: readonly string[]): string {
  const named = [...new Set(characters)].map((character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `U+${hex.padStart(4, '0')}`;
  });
  return named.slice(0, 10).join(' ');
}
