import { seededGenerator } from '../numeric/seeded-generator.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { clusterDocuments, type Documents } from './cluster-documents.ts';
import { countThemes, type StabilityOfCount } from './count-themes.ts';
import { countTerms } from './features/count-terms.ts';
import { documentFeatures } from './features/document-features.ts';
import { keyPhrases, type KeyPhrase } from './key-phrases.ts';
import { groupTexts, type TextGroup } from './text/group-texts.ts';
import { isWithoutContent } from './text/is-without-content.ts';
import { themeStability } from './theme-stability.ts';

export type ThemeInput = {
  readonly texts: readonly string[];
  /** BCP 47 tag that all authors declared. */
  readonly language: string;
  readonly k: number | 'auto';
  readonly seed: number;
  /** Who wrote each text and of which stratum they are, where that is known: quotes are spread over them. */
  readonly people?: readonly (string | null)[];
  readonly strata?: readonly (string | null)[];
  /** Told the share done; may stop the work by throwing. */
  readonly progress?: (share: number) => void;
};

export type Theme = {
  readonly index: number;
  /** Rows. */
  readonly size: number;
  /** In [0, 1]: see `themeStability`. */
  readonly stability: number;
  readonly phrases: readonly KeyPhrase[];
  /** Rows: the most central first, one at the edge last. */
  readonly quotes: readonly number[];
};

export type ThemeResult = {
  readonly k: number;
  /** Index of the theme of each row; null for an answer without content. */
  readonly assignments: readonly (number | null)[];
  readonly themes: readonly Theme[];
  readonly setAside: readonly { readonly row: number; readonly reason: 'no-content' }[];
  readonly coverage: {
    readonly rows: number;
    readonly withTheme: number;
    readonly setAside: number;
  };
  /** Empty where k was given. */
  readonly curve: readonly StabilityOfCount[];
};

function prepare(groups: readonly TextGroup[], seed: number): Documents {
  const weights = Float64Array.from(groups, ({ rows }) => rows.length);
  const stems = groups.map((group) => group.stems);
  const terms = countTerms(stems, weights);
  const random = seededGenerator(seed);
  return { counts: terms.counts, weights, features: documentFeatures(terms, weights, random) };
}

/**
 * A first draft of themes in short answers of one language, for people to check and change.
 *
 * Answers without content are set aside; exact and near duplicates stand together and get one theme;
 * documents lie by latent semantic analysis and by word vectors learnt from the answers themselves;
 * k-means, then a multinomial mixture. Every other answer gets a theme: nobody is dropped.
 *
 * @param input texts, one a row; the order of rows changes nothing
 * @returns themes by size, largest first; none where no answer has content
 *
 * @remarks Where fewer different answers than k remain, there are as many themes as answers. An answer
 *   none of whose words anybody else uses goes to the theme that its place is nearest, which says little;
 *   it is at that theme's edge.
 *
 * @see the parts; measured on the corpora of `tests/bench/themes.ts`
 */
export function findThemes(input: ThemeInput): ThemeResult {
  const { texts, language, seed } = input;
  const all = texts.map((_, row) => row);
  const setAside = all
    .filter((row) => isWithoutContent(texts[row] ?? '', language))
    .map((row) => ({ row, reason: 'no-content' as const }));
  const left = new Set(all);
  for (const { row } of setAside) left.delete(row);
  const groups = groupTexts(texts, language, [...left]);
  const coverage = { rows: texts.length, withTheme: left.size, setAside: setAside.length };
  const assignments: (number | null)[] = texts.map(() => null);
  if (groups.length === 0) return { k: 0, assignments, themes: [], setAside, coverage, curve: [] };
  const documents = prepare(groups, seed);
  const counted =
    input.k === 'auto'
      ? countThemes(documents, seededGenerator(seed + 1), input.progress)
      : { k: input.k, curve: [] };
  const labels = clusterDocuments(documents, counted.k, seededGenerator(seed + 2));
  const stability = themeStability(documents, labels, seededGenerator(seed + 3));
  for (const [index, { rows }] of groups.entries()) {
    for (const row of rows) assignments[row] = labels[index] ?? 0;
  }
  const themes = describe(input, groups, documents, labels, stability);
  return { k: themes.length, assignments, themes, setAside, coverage, curve: counted.curve };
}

function describe(
  { texts, language, people, strata }: ThemeInput,
  groups: readonly TextGroup[],
  { features }: Documents,
  labels: Int32Array,
  stability: readonly number[],
): Theme[] {
  const seen = groups.map(({ text, rows }, index) => ({
    ...{ text, weight: rows.length, theme: labels[index] ?? 0 },
  }));
  const phrases = keyPhrases(seen, language, stability.length);
  const places = groups.map((_, index) =>
    features.values.subarray(index * features.width, (index + 1) * features.width),
  );
  return stability.map((stable, theme) => {
    const own = [...groups.entries()].filter(([index]) => labels[index] === theme);
    const candidates = own.flatMap(([index, { rows }]) =>
      rows.map((row) => ({
        ...{ row, text: texts[row] ?? '', place: places[index] ?? new Float64Array(0) },
        ...{ person: people?.[row] ?? null, stratum: strata?.[row] ?? null },
      })),
    );
    return {
      index: theme,
      size: candidates.length,
      stability: stable,
      phrases: phrases[theme] ?? [],
      quotes: chooseQuotes(firstOfEach(candidates), language).map(({ row }) => row),
    };
  });
}

/** Of the same words by one person one is enough; of unknown people, one altogether. */
function firstOfEach<One extends { text: string; person: string | null }>(
  all: readonly One[],
): One[] {
  const seen = new Set<string>();
  return all.filter(({ text, person }) => {
    const key = JSON.stringify([text, person]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
