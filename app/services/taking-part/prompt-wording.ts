import { localText, type Language, type LocalText } from '#surveys/model/languages.ts';

export type Register = 'standard' | 'easy-read';

export type Worded = { text: LocalText; easyRead: LocalText };

export function hasEasyRead({ easyRead }: Worded, language: Language): boolean {
  return (easyRead[language] ?? easyRead.en) !== undefined;
}

/** The wording asked for; where there is no easy one in this language, the standard one. */
export function wordingOf(worded: Worded, register: Register, language: Language): string {
  const standard = localText(worded.text, language, 'en');
  if (register === 'standard') return standard;
  return (
    worded.easyRead[language] ?? (worded.text[language] ? standard : worded.easyRead.en) ?? standard
  );
}
