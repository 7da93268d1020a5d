// ISO 15924 codes that stand for several Unicode scripts.
const compositeScripts: Record<string, readonly string[]> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Kore: ['Hangul', 'Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
};

// Scripts written without spaces, where a Latin abbreviation touches its neighbours.
const unspaced = new Set(['Hans', 'Hant', 'Jpan', 'Kore', 'Thai', 'Laoo', 'Khmr', 'Mymr']);

export type WritingSystem = { script: string; letter: RegExp; isUnspaced: boolean };

/** The script a BCP 47 tag implies (`kn` → Kannada, `zh` → Han), from the likely subtags of CLDR. */
export function writingSystemOf(tag: string): WritingSystem {
  const script = new Intl.Locale(tag).maximize().script ?? 'Latn';
  const names = compositeScripts[script] ?? [script];
  const letter = new RegExp(`[${names.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
  return { script, letter, isUnspaced: unspaced.has(script) };
}
