import { languageSchema } from '#surveys/model/languages.ts';
import type { JobPeople } from './job-content.ts';

type Said = { memberId: string; language: string };

/**
 * Counts people, not contributions; whoever used two languages counts in the one they used first.
 * Undefined where too few took part for any number.
 */
export function countPeople(said: readonly Said[], minimum: number): JobPeople | undefined {
  const languageOf = new Map<string, string>();
  for (const { memberId, language } of said) {
    if (!languageOf.has(memberId)) languageOf.set(memberId, language);
  }
  const counts = new Map<string, number>();
  for (const language of languageOf.values()) {
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const all = [...counts]
    .map(([tag, people]) => ({ language: languageSchema.parse(tag), people }))
    .sort((a, b) => b.people - a.people || (a.language < b.language ? -1 : 1));
  const byLanguage = all.filter(({ people }) => people >= minimum);
  const small = all.filter(({ people }) => people < minimum);
  const sum = (rows: readonly { people: number }[]) =>
    rows.reduce((total, { people }) => total + people, 0);
  // A total that counts a few more than the languages shown would tell how many they are.
  const total = sum(byLanguage) + (sum(small) >= minimum ? sum(small) : 0);
  if (total < minimum) return undefined;
  return { total, byLanguage, withheld: small.map(({ language }) => language).sort() };
}
