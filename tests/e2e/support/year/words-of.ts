import { readFileSync } from 'node:fs';
import type { Tongue } from './texts.ts';

/** A text of the product in a language, by its key: buttons are pressed by what is written on them. */
export function wordsOf(language: Tongue, namespace: string): (key: string) => string {
  const catalogue: unknown = JSON.parse(
    readFileSync(`app/i18n/${language}/${namespace}.json`, 'utf8'),
  );
  return (key) => {
    let found = catalogue;
    for (const part of key.split('.')) found = (found as Record<string, unknown>)[part];
    if (typeof found !== 'string') throw new Error(`no text ${namespace}:${key} in ${language}`);
    return found;
  };
}
