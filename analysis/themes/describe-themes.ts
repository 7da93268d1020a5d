import { dot } from '../numeric/dot.ts';
import { chooseQuotes, type QuoteCandidate } from './choose-quotes.ts';
import type { Documents } from './cluster-documents.ts';
import { keyPhrases, type KeyPhrase } from './key-phrases.ts';
import { readingOrder } from './reading-order.ts';
import { steadinessOf } from './steadiness.ts';
import type { TextGroup } from './text/group-texts.ts';
import { polarityOf } from './text/polarity.ts';
import { quoteSpan } from './text/quote-span.ts';
import { splitTerms } from './text/split-terms.ts';
import { themeSums } from './theme-sums.ts';
import type { Theme, ThemeQuestion } from './theme-types.ts';

const mostQuotes = 5;

/** By group its cosine with the middle of its theme less the largest with another's. */
function marginsOf(documents: Documents, labels: Int32Array, k: number): Float64Array {
  const { values, width } = documents.features;
  const centres = themeSums(documents, labels, k).map((sum) => {
    const length = Math.sqrt(dot(sum, sum)) || 1;
    return sum.map((value) => value / length);
  });
  return Float64Array.from(labels, (label, row) => {
    const place = values.subarray(row * width, (row + 1) * width);
    let [own, other] = [0, -Infinity];
    for (const [c, centre] of centres.entries()) {
      if (c === label) own = dot(place, centre);
      else other = Math.max(other, dot(place, centre));
    }
    return k === 1 ? own : own - other;
  });
}

/** A score as how far it lies to either end of those given; else what the words say. */
function stanceOf({
  scores,
  texts,
}: ThemeQuestion): (row: number, language: string) => number | null {
  if (!scores) return (row, language) => polarityOf(texts[row] ?? '', language);
  const known = scores.filter((score) => score !== null);
  const [low, high] = known.reduce(
    ([least, most], score) => [Math.min(least, score), Math.max(most, score)],
    [Infinity, -Infinity],
  );
  return (row) => {
    const score = scores[row] ?? null;
    if (score === null || !(high > low)) return null;
    return (2 * (score - low)) / (high - low) - 1;
  };
}

/** Of the same words by one person one is enough; of unknown people, one altogether. */
function firstOfEach<One extends { text: string; person: string | null }>(all: readonly One[]) {
  const seen = new Set<string>();
  return all.filter(({ text, person }) => {
    const key = JSON.stringify([text, person]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

type Candidate = QuoteCandidate & { readonly language: string; readonly dense: Float64Array };

function quotesOf(
  { quotable }: ThemeQuestion,
  candidates: readonly Candidate[],
  phrases: readonly KeyPhrase[],
) {
  const [language = 'en'] = candidates.map((candidate) => candidate.language);
  const stems = phrases.flatMap(({ text }) => splitTerms(text, language));
  const focus = new Set(stems.map(({ stem }) => stem));
  const allowed = quotable ? candidates.filter(({ row }) => quotable[row] === true) : candidates;
  const byRow = new Map(allowed.map((candidate) => [candidate.row, candidate]));
  return chooseQuotes(firstOfEach(allowed), mostQuotes).map(({ row, role }) => {
    const own = byRow.get(row);
    return { row, role, ...quoteSpan(own?.text ?? '', own?.language ?? language, focus) };
  });
}

/**
 * Themes as people see them: phrases, quotes, how steady they are, and in which order to read what is not.
 *
 * See the functions composed.
 *
 * @param question texts and what is known of them.
 * @param groups duplicates together, as `documents`.
 * @param documents where each group lies.
 * @param labels theme of each group, 0 … k − 1.
 * @param stability of each theme.
 * @returns one for each theme, in the order of labels.
 * @remarks Missing data: who does not agree to be quoted is counted and not quoted.
 * @throws never.
 * @see the parts.
 */
export function describeThemes(
  question: ThemeQuestion,
  groups: readonly TextGroup[],
  documents: Documents,
  labels: Int32Array,
  stability: readonly number[],
): Theme[] {
  const { texts, people, strata } = question;
  const k = stability.length;
  const seen = groups.map(({ text, terms, rows }, index) => ({
    ...{ text, terms, weight: rows.length, theme: labels[index] ?? 0 },
  }));
  const phrases = keyPhrases(seen, k);
  const margins = marginsOf(documents, labels, k);
  const stance = stanceOf(question);
  const { values, width } = documents.features;
  const columnOf = Int32Array.from({ length: width }, (_, column) => column);
  const byTheme = Array.from({ length: k }, (): Candidate[] => []);
  for (const [index, { rows, terms, language }] of groups.entries()) {
    const dense = values.subarray(index * width, (index + 1) * width);
    const place = { columnOf, values: dense };
    const shared = { place, dense, margin: margins[index] ?? 0, words: terms.length, language };
    for (const row of rows) {
      byTheme[labels[index] ?? 0]?.push({
        ...{ row, text: texts[row] ?? '', ...shared, stance: stance(row, language) },
        ...{ person: people?.[row] ?? null, stratum: strata?.[row] ?? null },
      });
    }
  }
  return byTheme.map((candidates, index): Theme => {
    const own = stability[index] ?? 0;
    const quoted = quotesOf(question, candidates, phrases[index] ?? []);
    const steadiness = steadinessOf(own);
    return {
      ...{ index, size: candidates.length, stability: own, steadiness },
      phrases: phrases[index] ?? [],
      quotes: quoted.map(({ row }) => row),
      quoted,
      dissent: quoted.find(({ role }) => role === 'dissent')?.row ?? null,
      readingOrder:
        steadiness === 'by-hand'
          ? readingOrder(candidates.map(({ row, text, dense }) => ({ row, text, place: dense })))
          : [],
    };
  });
}
