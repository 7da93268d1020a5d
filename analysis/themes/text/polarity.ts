import { primaryLanguage } from './primary-language.ts';
import { splitWords } from './split-words.ts';
import { lexicons } from './praise-and-complaint.ts';

/** 1 praises, −1 complains, 0 only looks like one of them. */
type Sign = 1 | -1 | 0;

type Read = {
  whole: ReadonlyMap<string, Sign>;
  /** The longest first: what is said of more of a word counts. */
  beginnings: readonly (readonly [string, Sign])[];
  negation: ReadonlySet<string>;
};
const read = new Map<string, Read | null>();

function lexiconOf(tag: string): Read | null {
  const known = read.get(tag);
  if (known !== undefined) return known;
  const own = lexicons[tag];
  const signed = own
    ? (
        [
          [own.good, 1],
          [own.bad, -1],
          [own.neither ?? '', 0],
        ] as const
      ).flatMap(([words, sign]) => splitWords(words).map((word) => [word, sign] as const))
    : [];
  const made = own
    ? {
        whole: new Map(signed.filter(([word]) => !word.endsWith('*'))),
        beginnings: signed
          .filter(([word]) => word.endsWith('*'))
          .map(([word, sign]) => [word.slice(0, -1), sign] as const)
          .sort(([a], [b]) => b.length - a.length),
        negation: new Set(splitWords(own.negation)),
      }
    : null;
  read.set(tag, made);
  return made;
}

/** Scripts without spaces between words: the longest word at each place, from the left. */
function joinedPolarity(text: string, { whole, negation }: Read): number {
  const longestFirst = [...whole].sort(([a], [b]) => b.length - a.length);
  let sum = 0;
  for (let at = 0; at < text.length;) {
    const found = longestFirst.find(([word]) => text.startsWith(word, at));
    const isTurned = [...negation].some(
      (word) => at >= word.length && text.startsWith(word, at - word.length),
    );
    if (found) sum += isTurned ? -found[1] : found[1];
    at += found?.[0].length ?? 1;
  }
  return sum;
}

/** How far a negation reaches: to the words after it, in Turkish and Kazakh to the one before. */
const reach = { after: 3, before: 1 };
const negatesBefore = new Set(['tr', 'kk']);

/**
 * Whether a text rather praises or complains, by short lists of plain words: enough to find one answer that speaks
 * against the others, not to measure a mood.
 *
 * s = (praising − complaining) / (praising + complaining), a negation near it turns one round; of several entries that a
 * word begins with, the longest counts. In Chinese the sign of praising − complaining.
 *
 * @param text as written
 * @param language BCP 47 tag; its first part counts
 * @returns [−1, 1]; null without such words or without a list for the language
 * @remarks Missing data: an empty text has no such words. A word of two meanings is in no list where the other one is
 *   common in answers about care.
 * @throws never.
 * @see the lists are ours (`praise-and-complaint.ts`) and are not validated against ratings
 */
export function polarityOf(text: string, language: string): number | null {
  const tag = primaryLanguage(language);
  const lexicon = lexiconOf(tag);
  if (!lexicon) return null;
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  if (tag === 'zh') {
    const sum = joinedPolarity(plain, lexicon);
    return sum === 0 ? null : Math.sign(sum);
  }
  const { whole, beginnings, negation } = lexicon;
  const words = [...plain.matchAll(/[\p{L}\p{M}']+/gu)].map(([word]) => word);
  const isBefore = negatesBefore.has(tag);
  let [good, bad] = [0, 0];
  for (const [at, word] of words.entries()) {
    if (negation.has(word)) continue;
    const sign = whole.get(word) ?? beginnings.find(([start]) => word.startsWith(start))?.[1] ?? 0;
    if (sign === 0) continue;
    const near = isBefore
      ? words.slice(at + 1, at + 1 + reach.before)
      : words.slice(Math.max(0, at - reach.after), at);
    if (sign > 0 !== near.some((other) => negation.has(other))) good += 1;
    else bad += 1;
  }
  return good + bad === 0 ? null : (good - bad) / (good + bad);
}
