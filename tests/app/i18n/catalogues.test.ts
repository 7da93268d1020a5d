import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#surveys/model/languages.ts';
import { maySoundEnglish } from './same-in-english.ts';
import { namespaces, textsOf } from './texts.ts';

const plural = /_(zero|one|two|few|many|other)$/;

/** Keys with their plural forms replaced by those the language has. */
function expectedKeys(english: Map<string, string>, language: Language): string[] {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    plural.test(key) ? categories.map((form) => key.replace(plural, `_${form}`)) : [key],
  );
  return [...new Set(keys)].sort();
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name).sort();

describe.each(languages.filter((language) => language !== 'en'))('catalogues in %s', (language) => {
  it.each(namespaces)('%s has every key, with the plural forms of the language', (namespace) => {
    const english = textsOf('en', namespace);
    expect([...textsOf(language, namespace).keys()].sort()).toEqual(
      expectedKeys(english, language),
    );
  });

  it.each(namespaces)('%s says nothing in English', (namespace) => {
    const english = textsOf('en', namespace);
    const left = [...textsOf(language, namespace)]
      .filter(([key, text]) => english.get(key) === text)
      .filter(
        ([key, text]) =>
          /\p{L}{2}/u.test(text.replace(/\{\{[^}]*\}\}/g, '')) &&
          !maySoundEnglish(language, `${namespace}:${key}`, text),
      )
      .map(([key, text]) => `${key}: ${text}`);
    expect(left).toEqual([]);
  });

  it.each(namespaces)('%s keeps the placeholders', (namespace) => {
    const english = textsOf('en', namespace);
    for (const [key, text] of textsOf(language, namespace)) {
      const source = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
      const expected = placeholders(source);
      // A plural form may say "one" in words instead of the number, and a dual says "two" by itself.
      const mayLeaveOut = key.endsWith('_two') ? ['count', 'total'] : ['count'];
      const without = (names: (string | undefined)[]) =>
        plural.test(key)
          ? [...new Set(names)].filter((name) => !mayLeaveOut.includes(name ?? ''))
          : names;
      expect(without(placeholders(text)), key).toEqual(without(expected));
    }
  });
});
