import { bestAssignment } from '../numeric/best-assignment.ts';
import type { Generator } from '../numeric/seeded-generator.ts';
import { clusterDocuments, light, type Documents } from './cluster-documents.ts';
import { sampleDocuments } from './sample-documents.ts';
import { topTerms } from './top-terms.ts';

export type StabilityOfCount = {
  readonly k: number;
  /** In [0, 1]. */
  readonly stability: number;
  readonly standardError: number;
};

/** Every number at first, then steps of about a sixth: 20 and 21 themes are not told apart. */
const numbers = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 19, 22, 25];
/** Ours: fewer themes say little that one would not say without them. */
const fewest = 4;
const mostThemes = 25;
/** Documents a theme should have on average; ours. */
const documentsPerTheme = 12;
/** Ours. */
const termsCompared = 20;
/** Ours, for the patience of who waits. */
const samples = 14;
const mostDocuments = 700;

/** Mean Jaccard index of the terms of clusters, each paired with its best counterpart. */
function agreement(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  const gains = a.map((terms) => {
    const own = new Set(terms);
    return b.map((others) => {
      const both = others.filter((term) => own.has(term)).length;
      const either = own.size + others.length - both;
      return either === 0 ? 0 : both / either;
    });
  });
  const pairs = bestAssignment(gains);
  const sum = pairs.reduce((total, column, row) => total + (gains[row]?.[column] ?? 0), 0);
  return sum / Math.max(a.length, b.length, 1);
}

/**
 * How many themes the documents support: for each k of 4 … 10, 12, 14, 16, 19, 22, 25 up to n / 12, how alike the terms of
 * the themes are in samples of 80 % of the documents; the smallest k within one standard error of the
 * best one.
 *
 * stability(k) = mean over samples of the mean Jaccard index of the terms of paired themes, against one reference.
 *
 * @param documents more than 4 · 12 of them, else one k is tried
 * @param random seeded generator
 * @param progress is told the share done and may stop the work by throwing
 * @returns the whole curve, stability in [0, 1], and the k chosen
 * @remarks Missing data: a document without terms adds nothing to the terms of its theme. Differs from Greene et al.: the
 *   reference is the first sample and not all documents, which are too many to be clustered for each k; so the scores
 *   share the luck of that sample, and the standard error over them, as if they were independent, is rather too small.
 * @throws what `progress` throws.
 * @see Greene, D., O'Callaghan, D. & Cunningham, P. (2014). How many topics? Stability analysis for
 *   topic models. ECML PKDD. doi:10.1007/978-3-662-44848-9_32; one standard error: Breiman, L. et al.
 *   (1984). Classification and regression trees, ch. 3. https://doi.org/10.1201/9781315139470
 */
export function countThemes(
  documents: Documents,
  random: Generator,
  progress: (share: number) => void = () => undefined,
): { k: number; curve: StabilityOfCount[] } {
  const n = documents.counts.rows;
  const last = Math.max(fewest, Math.min(mostThemes, Math.floor(n / documentsPerTheme)));
  const size = Math.min(mostDocuments, Math.ceil(0.8 * n));
  const tried = numbers.filter((k) => k <= last);
  const found = tried.map((): number[][][] => []);
  for (let sample = 0; sample < samples; sample += 1) {
    const { documents: part } = sampleDocuments(documents, size, random);
    for (const [at, k] of tried.entries()) {
      const labels = clusterDocuments(part, k, random, light);
      const most = Math.min(termsCompared, Math.floor(part.counts.columns / k));
      found[at]?.push(topTerms(part.counts, part.weights, labels, most));
    }
    progress((sample + 1) / samples);
  }
  const curve = tried.map((k, at): StabilityOfCount => {
    const [reference = [], ...others] = found[at] ?? [];
    const scores = others.map((terms) => agreement(reference, terms));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    const variance = squares / (scores.length - 1);
    return { k, stability: mean, standardError: Math.sqrt(variance / scores.length) };
  });
  const best = curve.reduce((a, b) => (b.stability > a.stability ? b : a));
  const least = best.stability - best.standardError;
  const chosen = curve.find(({ stability }) => stability >= least) ?? best;
  return { k: chosen.k, curve };
}
